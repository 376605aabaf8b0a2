/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

/** Plays Norrköping's week. */
public final class Norrkoping {

    private Norrkoping() {}

    /**
     * Runs the program.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.out.println(Step.options());
    }
}
