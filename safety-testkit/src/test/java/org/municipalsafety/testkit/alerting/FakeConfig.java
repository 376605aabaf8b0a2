/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** Which other end, its secret, and a number that must be small. */
public record FakeConfig(
        @NotBlank String side,
        @NotBlank String token,
        @Min(1) @Max(9) int channel) {

    @Override
    public String toString() {
        return "FakeConfig[" + side + "]";
    }
}
