/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What there is to tell, in sentences, in Swedish and English: who can be reached, who is on duty, which measures stand
 * where, what the police have published.
 *
 * <p>Start with {@link org.municipalsafety.desk.report.ChannelReport} or
 * {@link org.municipalsafety.desk.report.DutyReport}. A report says what the directory, the rota and the situation
 * answer, and decides nothing by itself; markup is not made here.
 */
@NullMarked
package org.municipalsafety.desk.report;

import org.jspecify.annotations.NullMarked;
