/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A notifier plugin, as an integrator writes one: messages are put as files into a folder, from which a gateway such as
 * a pager server takes them.
 *
 * <p>Start with {@link org.municipalsafety.examples.plugin.FolderNotifierProvider}. It is found by
 * {@link java.util.ServiceLoader} through {@code META-INF/services} and keeps rules N1 to N11. What the engine does
 * about failures does not live here.
 */
@NullMarked
package org.municipalsafety.examples.plugin;

import org.jspecify.annotations.NullMarked;
