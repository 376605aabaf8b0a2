/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Opening hours taken over from OpenStreetMap's {@code opening_hours} text.
 *
 * <p>Start with {@link org.municipalsafety.examples.osm.OsmHours}. A municipality takes such texts over once, looks at
 * the result, and keeps it as a directory document; so this is a tool beside the library, and the parser that it needs
 * is no dependency of the library. Nothing here answers at run time whether anybody is open.
 */
@NullMarked
package org.municipalsafety.examples.osm;

import org.jspecify.annotations.NullMarked;
