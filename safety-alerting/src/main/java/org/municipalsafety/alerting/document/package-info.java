/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The JSON documents of alerting (rule D1): through which notifiers and in which order people are alerted, and where
 * they are reached.
 *
 * <p>Start with {@link org.municipalsafety.alerting.document.AlertingDocument}, which gives an
 * {@link org.municipalsafety.alerting.document.Alerting}, and with
 * {@link org.municipalsafety.alerting.document.ContactsDocument} for the addresses, which are personal data and so
 * stand in a document of their own. The JSON Schemas lie beside the readers; each reader offers its own. Nothing is
 * sent from here.
 */
@NullMarked
package org.municipalsafety.alerting.document;

import org.jspecify.annotations.NullMarked;
