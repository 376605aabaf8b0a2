/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A plain iCalendar rota, one event a duty, taken over as overrides.
 *
 * <p>Start with {@link org.municipalsafety.examples.ical.DutyCalendar}. A municipality takes its old calendar over
 * once, or its partner's now and then, and looks at the result; so this is a tool beside the library, and the parser
 * that it needs is no dependency of the library. Nothing here follows a calendar over the network.
 */
@NullMarked
package org.municipalsafety.examples.ical;

import org.jspecify.annotations.NullMarked;
