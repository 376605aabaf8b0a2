/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reading and writing JSON documents so that a bad one yields all its faults at once (rule D1).
 *
 * <p>Start with {@link org.municipalsafety.core.document.Documents}. A reader is a function from a
 * {@link org.municipalsafety.core.document.Node}, a value with its place, to a
 * {@link org.municipalsafety.core.document.Field}, the value read or the knowledge that it is faulty. Each faulty place
 * becomes a {@link org.municipalsafety.core.document.Fault}; only when a whole object is free of them is it built.
 *
 * <pre>{@code
 * static Field<Area> area(Node node) {
 *     return node.object(in -> {
 *         var id = in.required("id", Node::id);
 *         var name = in.required("name", Node::localizedText);
 *         return in.build(() -> new Area(id.get(), name.get()));
 *     });
 * }
 * }</pre>
 *
 * <p>What a particular document holds does not live here: each feature has its own {@code …Document} class beside its
 * types.
 */
@NullMarked
package org.municipalsafety.core.document;

import org.jspecify.annotations.NullMarked;
