/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.util.Map;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.NotifierProvider;

/** The kit accepts a notifier that keeps the rules. */
class FakeNotifierTest extends NotifierContract<FakeConfig> {

    @Override
    protected NotifierProvider<FakeConfig> provider() {
        return new FakeProvider();
    }

    @Override
    protected ProviderSide providerSide() {
        return new FakeSide();
    }

    @Override
    protected Address address() {
        return Address.of("+46700000001");
    }

    @Override
    protected Map<String, Object> wrongValues() {
        return Map.of("side", " ", "token", 7, "channel", 10);
    }
}
