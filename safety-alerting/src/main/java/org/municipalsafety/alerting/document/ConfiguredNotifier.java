/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;

/** A notifier as the document has it; provider and configuration are null where the plugin is missing (A1). */
record ConfiguredNotifier<C extends Record>(
        String id,
        String type,
        @Nullable NotifierProvider<C> provider,
        @Nullable C config) {

    /** Reads one; what its configuration is read into is noted in {@code configs} by pointer. */
    static Field<ConfiguredNotifier<?>> read(
            Node node, NotifierProviders providers, Map<String, Class<? extends Record>> configs) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var type = in.required("type", Node::id);
            Optional<NotifierProvider<?>> provider = type.isSound() ? providers.find(type.get()) : Optional.empty();
            if (provider.isPresent()) {
                return read(in, id, provider.get(), configs);
            }
            in.required("config", Node::unread);
            return in.build(() -> new ConfiguredNotifier<Record>(id.get(), type.get(), null, null));
        });
    }

    private static <C extends Record> Field<ConfiguredNotifier<?>> read(
            Fields in, Field<String> id, NotifierProvider<C> provider, Map<String, Class<? extends Record>> configs) {
        var config = in.required("config", node -> {
            configs.put(node.pointer(), provider.configType());
            return NotifierConfigs.read(node, provider.configType());
        });
        return in.build(() -> new ConfiguredNotifier<>(id.get(), provider.type(), provider, config.get()));
    }

    void addTo(Notifiers notifiers) {
        if (provider != null && config != null) {
            notifiers.add(id, provider, config);
        }
    }

    /** By what the document says: two readings by two instances of one provider are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ConfiguredNotifier<?> that
                && id.equals(that.id)
                && type.equals(that.type)
                && Objects.equals(config, that.config);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, type, config);
    }

    @Override
    public String toString() {
        return "ConfiguredNotifier[" + id + ", type " + type + "]";
    }
}
