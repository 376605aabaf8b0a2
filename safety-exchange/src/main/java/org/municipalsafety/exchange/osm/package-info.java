/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Opening hours from and to OpenStreetMap's {@code opening_hours} text.
 *
 * <p>Start with {@link org.municipalsafety.exchange.osm.OsmHours} to take a text over, and with
 * {@link org.municipalsafety.exchange.osm.OsmExport} to write one. A municipality takes such texts over once, looks at
 * the result, and keeps it as a directory document. Nothing here answers at run time whether anybody is open. Rules C1,
 * C2 and C4.
 */
@NullMarked
package org.municipalsafety.exchange.osm;

import org.jspecify.annotations.NullMarked;
