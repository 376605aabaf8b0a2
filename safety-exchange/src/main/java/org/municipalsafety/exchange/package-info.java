/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Other people's formats, a package for each: {@code osm}, {@code schemaorg}, {@code icalendar}.
 *
 * <p>What goes out is an {@link org.municipalsafety.exchange.Export}: the text, and what the form could not say. It is
 * one audience's view of a directory and holds nothing that this audience may not see (rule D3). What comes in is taken
 * over whole or refused. The formats do not know each other; nothing is fetched or sent here, and nothing here answers
 * at run time whether anybody is open or on duty.
 */
@NullMarked
package org.municipalsafety.exchange;

import org.jspecify.annotations.NullMarked;
