/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Municipalities and the areas within them (rule M5).
 *
 * <p>Start with {@link org.municipalsafety.core.area.Municipality}. Areas belong to a set with a publisher, a version
 * and a first day, since lists of areas change: what was an exposed area in 2019 need not be one today. Addresses and
 * positions of homes never live here (rule D2).
 */
@NullMarked
package org.municipalsafety.core.area;

import org.jspecify.annotations.NullMarked;
