/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What every rota, and whatever resolves rotas, has to keep.
 *
 * <p>Start with {@link org.municipalsafety.testkit.roster.RotaContract}: inherit it, give it your rota, and its
 * properties run as your tests. {@link org.municipalsafety.testkit.roster.Rotas} makes rotas with handovers aimed at
 * clock changes. {@link org.municipalsafety.testkit.roster.RotaLaws} are the laws as plain functions, which need no
 * test engine: a {@link org.municipalsafety.testkit.roster.Resolver} and a rota in, violations out.
 *
 * <p>No rule about working time lives here, and no code of the resolver that it tests. Rules R1 to R11, T1 to T3.
 */
@NullMarked
package org.municipalsafety.testkit.roster;

import org.jspecify.annotations.NullMarked;
