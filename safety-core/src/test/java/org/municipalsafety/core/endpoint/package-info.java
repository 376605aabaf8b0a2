/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.core.endpoint;

import org.jspecify.annotations.NullMarked;
