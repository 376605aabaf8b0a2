/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The JSON document that says who is reached how, through which notifiers, in which order (rule D1).
 *
 * <p>Start with {@link org.municipalsafety.alerting.document.AlertingDocument}. Its JSON Schema stands beside it, see
 * {@link org.municipalsafety.alerting.document.AlertingDocument#schema()}. Nothing is sent from here.
 */
@NullMarked
package org.municipalsafety.alerting.document;

import org.jspecify.annotations.NullMarked;
