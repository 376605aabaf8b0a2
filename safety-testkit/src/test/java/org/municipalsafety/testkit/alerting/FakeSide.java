/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider within this JVM, found by its name. */
final class FakeSide implements ProviderSide {

    static final Map<String, FakeSide> ALL = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    final String name = "side-" + NEXT.incrementAndGet();
    final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    volatile @Nullable Trouble trouble;

    FakeSide() {
        ALL.put(name, this);
    }

    @Override
    public Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("side", name);
        config.put("token", "token-" + NotifierContract.SECRET);
        config.put("channel", 3);
        return config;
    }

    @Override
    public List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public boolean begin(Trouble begun) {
        trouble = begun;
        return true;
    }

    @Override
    public void close() {
        ALL.remove(name);
    }
}
