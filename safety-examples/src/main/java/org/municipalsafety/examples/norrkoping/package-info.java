/* SPDX-License-Identifier: Apache-2.0 */

/** Placeholder of the examples module. */
@NullMarked
package org.municipalsafety.examples.norrkoping;

import org.jspecify.annotations.NullMarked;
