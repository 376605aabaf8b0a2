/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.core.SafetyException;

/**
 * The types of notifier there are.
 *
 * <pre>{@code
 * var providers = NotifierProviders.of(new PagerProvider());              // exactly these
 * var found = NotifierProviders.discover(getClass().getClassLoader());    // those a ServiceLoader finds
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class NotifierProviders {

    private final Map<String, NotifierProvider<?>> byType;
    private final List<String> problems;

    private NotifierProviders(Map<String, NotifierProvider<?>> byType, List<String> problems) {
        this.byType = byType;
        this.problems = List.copyOf(problems);
    }

    /**
     * Exactly the given providers.
     *
     * @param providers the providers
     * @return them by type
     * @throws SafetyException if two have one type; the message names both
     */
    public static NotifierProviders of(NotifierProvider<?>... providers) {
        return of(List.of(providers), new ArrayList<>());
    }

    /**
     * The providers that a {@link ServiceLoader} finds. One that cannot be loaded does not stop the others (N10); it is
     * named in {@link #problems()}.
     *
     * @param loader where to look
     * @param further providers besides those found; one of a class that was found as well counts once
     * @return all by type
     * @throws SafetyException if two have one type; the message names both
     */
    public static NotifierProviders discover(ClassLoader loader, NotifierProvider<?>... further) {
        requireNonNull(loader, "loader");
        List<NotifierProvider<?>> found = new ArrayList<>(List.of(further));
        List<String> problems = new ArrayList<>();
        Iterator<ServiceLoader.Provider<NotifierProvider<?>>> each = load(loader);
        int broken = 0;
        while (broken < 1_000) { // a bound, should a loader fail for ever without moving on
            try {
                if (!each.hasNext()) {
                    break;
                }
                NotifierProvider<?> provider = each.next().get();
                if (found.stream().noneMatch(other -> other.getClass() == provider.getClass())) {
                    found.add(provider);
                }
            } catch (ServiceConfigurationError | RuntimeException | LinkageError failed) {
                broken++;
                problems.add("A provider cannot be loaded (" + kind(failed) + ")." + named(failed));
            }
        }
        return of(found, problems);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // ServiceLoader knows no type parameters
    private static Iterator<ServiceLoader.Provider<NotifierProvider<?>>> load(ClassLoader loader) {
        ServiceLoader<NotifierProvider> services = ServiceLoader.load(NotifierProvider.class, loader);
        return (Iterator) services.stream().iterator();
    }

    private static String kind(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause == null
                ? failed.getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }

    /** The loader's own message names the class; the message of the provider's exception stays out (A7). */
    private static String named(Throwable failed) {
        String message = failed instanceof ServiceConfigurationError ? failed.getMessage() : null;
        return message == null ? "" : " " + message;
    }

    private static NotifierProviders of(List<NotifierProvider<?>> providers, List<String> problems) {
        Map<String, NotifierProvider<?>> byType = new LinkedHashMap<>();
        for (NotifierProvider<?> provider : providers) {
            String type;
            try {
                type = Alert.requireId(provider.type(), "notifier type");
                requireNonNull(provider.configType(), "configType");
            } catch (RuntimeException | LinkageError broken) {
                problems.add("The provider %s is broken (%s)."
                        .formatted(
                                provider.getClass().getName(), broken.getClass().getSimpleName()));
                continue;
            }
            NotifierProvider<?> other = byType.putIfAbsent(type, provider);
            if (other != null) {
                throw new SafetyException("""
                        Two providers have the notifier type %s: %s and %s.
                        Maybe one of them is an older version of the same plugin.""".formatted(
                        type, other.getClass().getName(), provider.getClass().getName()));
            }
        }
        return new NotifierProviders(byType, problems);
    }

    /**
     * The provider of a type.
     *
     * @param type the type
     * @return the provider, if there is one
     */
    public Optional<NotifierProvider<?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /**
     * The types there are.
     *
     * @return the types, in the order in which they were found
     */
    public Set<String> types() {
        return java.util.Collections.unmodifiableSet(byType.keySet());
    }

    /**
     * What is wrong with providers that could not be used, for an operator.
     *
     * @return a line each, empty when all is well
     */
    public List<String> problems() {
        return problems;
    }
}
