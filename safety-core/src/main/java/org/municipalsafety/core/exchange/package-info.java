/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The hours of contact channels in the forms of others: OpenStreetMap, schema.org, iCalendar.
 *
 * <p>Start with {@link org.municipalsafety.core.exchange.Exports}. Every export is of certain days: the week as it
 * usually is, and each day that differs from it by its date, so that nobody has to know what a red day is. What a form
 * cannot say is reported with the export, never dropped in silence.
 *
 * <p>Nothing is read here and nothing is sent. Only what an audience may see leaves (rule D3).
 */
@NullMarked
package org.municipalsafety.core.exchange;

import org.jspecify.annotations.NullMarked;
