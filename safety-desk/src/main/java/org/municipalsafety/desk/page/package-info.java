/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The pages that a municipality's desk makes: the situation for its staff, and the folder in which that page, the
 * bulletins, the contact pages and the calendars lie beside each other.
 *
 * <p>Start with {@link org.municipalsafety.desk.page.SituationPage} for the page alone and with
 * {@link org.municipalsafety.desk.page.PageFolder} for all of them. The page is for the staff: nothing of a higher
 * class gets onto it (rule D3). Pages for residents are the core's own ({@code org.municipalsafety.core.publication});
 * nothing is served or sent here.
 */
@NullMarked
package org.municipalsafety.desk.page;

import org.jspecify.annotations.NullMarked;
