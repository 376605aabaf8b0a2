/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.municipalsafety.core.SafetyException;

/**
 * The countries whose calendars there are.
 *
 * <pre>{@code
 * var calendars = Calendars.of(new SwedishCalendarProvider());        // exactly these
 * var found = Calendars.discover(getClass().getClassLoader());        // those a ServiceLoader finds
 * found.find("SE").orElseThrow().classesOf(date);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Calendars {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final Map<String, CalendarProvider> byCountry;
    private final List<String> problems;

    private Calendars(Map<String, CalendarProvider> byCountry, List<String> problems) {
        this.byCountry = Collections.unmodifiableMap(byCountry);
        this.problems = List.copyOf(problems);
    }

    /**
     * Exactly the given providers.
     *
     * @param providers the providers
     * @return their calendars by country
     * @throws SafetyException if two have one country; the message names both
     */
    public static Calendars of(CalendarProvider... providers) {
        return of(List.of(providers), new ArrayList<>());
    }

    /**
     * The calendars of the providers that a {@link ServiceLoader} finds, Sweden's among them. One that cannot be loaded
     * does not stop the others; it is named in {@link #problems()}.
     *
     * @param loader where to look
     * @return the calendars by country
     * @throws SafetyException if two providers have one country; the message names both
     */
    public static Calendars discover(ClassLoader loader) {
        requireNonNull(loader, "loader");
        List<CalendarProvider> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Iterator<ServiceLoader.Provider<CalendarProvider>> each =
                ServiceLoader.load(CalendarProvider.class, loader).stream().iterator();
        int broken = 0;
        while (broken < 1_000) { // a bound, should a loader fail for ever without moving on
            try {
                if (!each.hasNext()) {
                    break;
                }
                found.add(each.next().get());
            } catch (ServiceConfigurationError | RuntimeException | LinkageError failed) {
                broken++;
                problems.add("A calendar provider cannot be loaded (%s).%s"
                        .formatted(
                                failed.getClass().getSimpleName(),
                                failed instanceof ServiceConfigurationError ? " " + failed.getMessage() : ""));
            }
        }
        return of(found, problems);
    }

    private static Calendars of(List<CalendarProvider> providers, List<String> problems) {
        Map<String, CalendarProvider> byCountry = new TreeMap<>();
        for (CalendarProvider provider : providers) {
            String name = provider.getClass().getName();
            String country;
            try {
                country = requireNonNull(provider.country(), "country");
            } catch (RuntimeException | LinkageError failed) {
                problems.add("The calendar provider %s is broken (%s)."
                        .formatted(name, failed.getClass().getSimpleName()));
                continue;
            }
            if (!COUNTRY.matcher(country).matches()) {
                problems.add("The calendar provider %s has a country that is no code of ISO 3166, such as SE or NO."
                        .formatted(name));
                continue;
            }
            CalendarProvider other = byCountry.putIfAbsent(country, provider);
            if (other != null) {
                throw new SafetyException(
                        """
                        Two providers have a calendar of %s: %s and %s.
                        Maybe one of them is an older version of the same plugin.""".formatted(country, other.getClass().getName(), name));
            }
        }
        return new Calendars(new LinkedHashMap<>(byCountry), problems);
    }

    /**
     * The calendar of a country, without any municipality's changes.
     *
     * @param country its code, such as {@code SE}
     * @return the calendar, if there is one
     * @throws SafetyException if the provider brings the calendar of another country
     */
    public Optional<MunicipalCalendar> find(String country) {
        CalendarProvider provider = byCountry.get(requireNonNull(country, "country"));
        if (provider == null) {
            return Optional.empty();
        }
        MunicipalCalendar calendar = provider.calendar();
        if (!calendar.country().equals(country)) {
            throw new SafetyException("The provider %s of the calendar of %s brings that of %s."
                    .formatted(provider.getClass().getName(), country, calendar.country()));
        }
        return Optional.of(calendar);
    }

    /**
     * The countries there are calendars of.
     *
     * @return their codes in alphabetical order
     */
    public Set<String> countries() {
        return byCountry.keySet();
    }

    /**
     * What was wrong with providers that are left out.
     *
     * @return a line each, in English for whoever sets the library up; none if nothing was
     */
    public List<String> problems() {
        return problems;
    }

    /** The countries. */
    @Override
    public String toString() {
        return "Calendars" + countries();
    }
}
