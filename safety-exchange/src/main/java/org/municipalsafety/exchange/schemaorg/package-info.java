/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Channels as schema.org JSON-LD, for web pages and those who read them by machine.
 *
 * <p>Start with {@link org.municipalsafety.exchange.schemaorg.SchemaOrgExport}. Nothing is read here: what others
 * publish in this form says too little to be taken over. Rules C2 and D3.
 */
@NullMarked
package org.municipalsafety.exchange.schemaorg;

import org.jspecify.annotations.NullMarked;
