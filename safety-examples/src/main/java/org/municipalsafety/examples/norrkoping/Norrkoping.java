/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.util.List;
import org.municipalsafety.core.time.Placeholder;

/** Placeholder of the Norrköping scenario. */
public final class Norrkoping {

    private Norrkoping() {}

    /**
     * Prints one line.
     *
     * @param args the arguments; {@code --fail} makes it end with exit code 3
     */
    public static void main(String[] args) {
        System.out.println("Norrköping placeholder, arguments " + List.of(args) + ", " + new Placeholder("x").length());
        if (List.of(args).contains("--fail")) {
            System.exit(3);
        }
    }
}
