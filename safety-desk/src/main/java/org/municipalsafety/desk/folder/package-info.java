/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A municipality's folder of documents: read together, each sound, and none contradicting another.
 *
 * <p>Start with {@link org.municipalsafety.desk.folder.MunicipalityFolder}. What a document may say by itself is
 * decided where its reader is; here is only what they may not say together. Nothing is written here, and nothing is
 * half read (rule D1).
 */
@NullMarked
package org.municipalsafety.desk.folder;

import org.jspecify.annotations.NullMarked;
