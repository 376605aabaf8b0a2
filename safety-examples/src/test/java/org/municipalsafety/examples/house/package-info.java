/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What holds for the repository as a whole: how large files may be, that nothing is written twice, where versions
 * stand, how the modules hang together, what a release may change, and with whose versions the library works. No test
 * of what the library does lives here.
 */
@NullMarked
package org.municipalsafety.examples.house;

import org.jspecify.annotations.NullMarked;
