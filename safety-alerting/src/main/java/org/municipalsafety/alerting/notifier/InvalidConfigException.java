/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.municipalsafety.core.SafetyException;

/** A notifier's configuration is refused, with all its faults (N6). */
public class InvalidConfigException extends SafetyException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient List<ConfigFault> faults;

    /**
     * Makes the exception.
     *
     * @param type the type of notifier
     * @param faults the faults, at least one
     */
    public InvalidConfigException(String type, List<ConfigFault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault.message().in(Locale.ENGLISH) + "\n  "
                        + fault.message().in(Locale.forLanguageTag("sv")))
                .collect(Collectors.joining(
                        "\n", "The configuration of the notifier type " + type + " is refused:\n", "")));
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    /**
     * The type of notifier.
     *
     * @return the type
     */
    public String type() {
        return type;
    }

    /**
     * All faults.
     *
     * @return the faults, at least one
     */
    public List<ConfigFault> faults() {
        return faults;
    }
}
