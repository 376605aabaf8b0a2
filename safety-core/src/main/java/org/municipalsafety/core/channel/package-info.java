/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Contact channels: who can be reached now, why and until when, and a proof that somebody always can (rules C1 to C6).
 *
 * <p>Start with {@link org.municipalsafety.core.channel.Directory}, read by
 * {@link org.municipalsafety.core.channel.DirectoryDocument}. A {@link org.municipalsafety.core.channel.ContactChannel}
 * has an {@link org.municipalsafety.core.endpoint.Endpoint} and an {@link org.municipalsafety.core.hours.Availability},
 * and {@link org.municipalsafety.core.channel.FallbackStep}s that say what to do while it is not open; what no rule
 * opens is closed, what the rules leave vague is unknown, and unknown never counts as open.
 *
 * <p>Who is on duty behind a channel does not live here, nor does anything that makes a call.
 */
@NullMarked
package org.municipalsafety.core.channel;

import org.jspecify.annotations.NullMarked;
