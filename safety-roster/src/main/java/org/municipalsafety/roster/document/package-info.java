/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A rota as a JSON document (rule D1).
 *
 * <p>Start with {@link org.municipalsafety.roster.document.RotaDocument}. The published JSON Schema is the resource
 * {@code rota.schema.json} beside it. What a rota means is not decided here.
 */
@NullMarked
package org.municipalsafety.roster.document;

import org.jspecify.annotations.NullMarked;
