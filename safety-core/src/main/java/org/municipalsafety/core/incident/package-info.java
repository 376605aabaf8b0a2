/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What has happened: incidents, their kinds, and the police's public list of events (rule M4).
 *
 * <p>Start with {@link org.municipalsafety.core.incident.Incident}; read the police's list with
 * {@link org.municipalsafety.core.incident.PoliceEvents}. Nothing about suspects, victims or witnesses, no free text
 * about them and no address lives here (rule D2): of a published event its kind, times, place name and id are kept.
 */
@NullMarked
package org.municipalsafety.core.incident;

import org.jspecify.annotations.NullMarked;
