/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.plugin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

// snippet config
/**
 * Where the gateway takes its messages from.
 *
 * @param folder the folder, which exists
 * @param suffix the end of the file names that the gateway takes, such as {@code .msg}
 */
public record FolderConfig(
        @NotBlank @Size(max = 500) String folder,
        @NotBlank @Pattern(regexp = "\\.[a-z]{1,8}") String suffix) {}
// end
