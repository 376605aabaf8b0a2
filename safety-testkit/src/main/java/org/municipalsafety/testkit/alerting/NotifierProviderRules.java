/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.notifier.ConfigFault;
import org.municipalsafety.alerting.notifier.InvalidConfigException;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;

/**
 * What a notifier's provider promises before any message is sent: N6, N10 and N11.
 *
 * @param <C> the notifier's configuration
 */
abstract class NotifierProviderRules<C extends Record> extends NotifierSendingRules<C> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    NotifierProviderRules() {}

    /**
     * Values that the configuration must refuse, one by one.
     *
     * @return a wrong value by field
     */
    protected abstract Map<String, Object> wrongValues();

    /** N6. */
    @Nested
    @DisplayName("N6: a wrong configuration is refused, naming the field in Swedish and English")
    public class N6 {

        /** Made by JUnit. */
        public N6() {}

        /** Wrong values. */
        @Test
        @DisplayName("every wrong value is refused by name")
        public void N6_everyWrongValueIsRefusedByName() {
            assertThat(wrongValues()).as("wrongValues()").isNotEmpty();
            wrongValues().forEach((field, value) -> {
                Map<String, Object> values = new LinkedHashMap<>(side().config());
                values.put(field, value);
                refused(field, values);
            });
        }

        /** Unknown fields. */
        @Test
        @DisplayName("an unknown field is refused by name")
        public void N6_anUnknownFieldIsRefusedByName() {
            Map<String, Object> values = new LinkedHashMap<>(side().config());
            values.put("unknownField", NotifierContract.SECRET);
            refused("unknownField", values);
        }

        /** Missing fields. */
        @Test
        @DisplayName("a missing field is either optional or refused by name")
        public void N6_aMissingFieldIsOptionalOrRefusedByName() {
            for (String field : side().config().keySet()) {
                Map<String, Object> values = new LinkedHashMap<>(side().config());
                values.remove(field);
                try {
                    NotifierConfigs.read(provider(), values);
                } catch (InvalidConfigException refused) {
                    named(field, refused);
                }
            }
        }

        private void refused(String field, Map<String, Object> values) {
            try {
                NotifierConfigs.read(provider(), values);
            } catch (InvalidConfigException refused) {
                named(field, refused);
                return;
            }
            fail("a wrong value of the field " + field + " is accepted");
        }

        private void named(String field, InvalidConfigException refused) {
            assertThat(refused.faults()).as("the faults for %s", field).isNotEmpty();
            for (ConfigFault fault : refused.faults()) {
                assertThat(fault.message().in(SWEDISH))
                        .as("the fault in Swedish")
                        .contains(fault.field());
                assertThat(fault.message().in(Locale.ENGLISH))
                        .as("the fault in English")
                        .contains(fault.field());
            }
            assertThat(String.valueOf(refused.getMessage()).contains(NotifierContract.SECRET))
                    .as("a fault repeats a secret")
                    .isFalse();
        }
    }

    /** N10. */
    @Nested
    @DisplayName("N10: a failing provider at discovery stops no other")
    public class N10 {

        /** Made by JUnit. */
        public N10() {}

        /** Discovery. */
        @Test
        @DisplayName("the provider is found beside one that is broken")
        public void N10_foundBesideABrokenOne() {
            NotifierProvider<?> wanted = provider();
            Path folder = null;
            try {
                folder = Files.createTempDirectory("notifier-contract");
                Path services = folder.resolve("META-INF/services");
                Files.createDirectories(services);
                Files.writeString(services.resolve(NotifierProvider.class.getName()), "no.such.Provider\n");
                try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, wanted.getClass().getClassLoader())) {
                    NotifierProviders found = NotifierProviders.discover(loader);
                    assertThat(found.problems())
                            .as("the broken provider is named")
                            .isNotEmpty();
                    assertThat(found.find(wanted.type()).map(Object::getClass))
                            .as("the provider of the type %s that a ServiceLoader finds", wanted.type())
                            .isEqualTo(Optional.of(wanted.getClass()));
                }
            } catch (IOException failed) {
                throw new AssertionError("The test cannot write a file.", failed);
            } finally {
                delete(folder);
            }
        }

        private void delete(@Nullable Path folder) {
            if (folder == null) {
                return;
            }
            try {
                Path services = folder.resolve("META-INF/services");
                Files.deleteIfExists(services.resolve(NotifierProvider.class.getName()));
                Files.deleteIfExists(services);
                Files.deleteIfExists(folder.resolve("META-INF"));
                Files.deleteIfExists(folder);
            } catch (IOException left) {
                // A small folder is left among the temporary files.
            }
        }
    }

    /** N11. */
    @Nested
    @DisplayName("N11: the provider can be found and made anywhere")
    public class N11 {

        /** Made by JUnit. */
        public N11() {}

        /** What a ServiceLoader needs. */
        @Test
        @DisplayName("the provider is a public class with a public constructor without parameters and a stable type")
        public void N11_theProviderCanBeMade() {
            Class<?> type = provider().getClass();
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s is public", type)
                    .isTrue();
            try {
                Object made = type.getConstructor().newInstance();
                assertThat(((NotifierProvider<?>) made).type())
                        .as("type()")
                        .isEqualTo(provider().type());
            } catch (ReflectiveOperationException failed) {
                throw new AssertionError(type + " has no usable public constructor without parameters.");
            }
        }

        /** Forms of delivery. */
        @Test
        @DisplayName("works from the module path, a shaded jar and a child class loader")
        public void N11_worksFromEveryPath() {
            abort("Needs the plugin's jar: to be shown in the plugin's own build.");
        }
    }
}
