/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A way to reach a service.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id within the directory
 * @param name what it is called
 * @param audience the widest audience it is meant for
 * @param modality how one makes contact
 * @param endpoint where
 * @param languages the languages in which it answers, as BCP 47 tags; none where nothing is known of them
 * @param via the id of the channel that answers first and must be open too, such as the switchboard; none if this one
 *     is reached directly
 * @param availability when it is open by itself
 * @param fallback what to do while it is not open, step by step; empty where nothing else can be done
 */
public record ContactChannel(
        String id,
        LocalizedText name,
        Audience audience,
        Modality modality,
        Endpoint endpoint,
        List<String> languages,
        Optional<String> via,
        Availability availability,
        List<FallbackStep> fallback) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the id or a language tag has another form, the name is not one line, or one
     *     cannot make contact so at the endpoint
     * @throws InvalidModelException if the fallback has too many steps, names a channel twice, or goes on after a step
     *     that is only words
     */
    public ContactChannel {
        requireNonNull(id, "id");
        name.requireLine();
        requireNonNull(audience, "audience");
        requireNonNull(modality, "modality");
        requireNonNull(endpoint, "endpoint");
        requireNonNull(via, "via");
        languages = List.copyOf(languages);
        requireNonNull(availability, "availability");
        fallback = List.copyOf(fallback);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The channel id is no identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and . _ -");
        }
        for (String language : languages) {
            languageTag(language);
        }
        if (!modality.fits(endpoint)) {
            throw new IllegalArgumentException("""
                    The modality %s does not fit the kind of endpoint.
                    Maybe e-mail needs an address, a form or a visit a page, and a call a number.""".formatted(modality));
        }
        List<Fault> faults =
                References.chain(fallback.stream().map(References.Step::of).toList());
        if (!faults.isEmpty()) {
            throw new InvalidModelException("channel " + id, faults);
        }
    }

    static String languageTag(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is no tag such as sv or en.");
        }
        return language;
    }

    /**
     * A channel that is reached directly, of which no language and no fallback is told.
     *
     * @param id its id within the directory
     * @param name what it is called
     * @param audience the widest audience it is meant for
     * @param modality how one makes contact
     * @param endpoint where
     * @param availability when it is open
     * @return the channel
     */
    public static ContactChannel of(
            String id,
            LocalizedText name,
            Audience audience,
            Modality modality,
            Endpoint endpoint,
            Availability availability) {
        return new ContactChannel(
                id, name, audience, modality, endpoint, List.of(), Optional.empty(), availability, List.of());
    }

    /**
     * The same channel, reached through another.
     *
     * @param hop the id of the channel that answers first
     * @return the changed copy
     */
    public ContactChannel withVia(String hop) {
        return new ContactChannel(
                id, name, audience, modality, endpoint, languages, Optional.of(hop), availability, fallback);
    }

    /**
     * The same channel with the languages in which it answers.
     *
     * @param tags BCP 47 tags
     * @return the changed copy
     */
    public ContactChannel withLanguages(List<String> tags) {
        return new ContactChannel(id, name, audience, modality, endpoint, tags, via, availability, fallback);
    }

    /**
     * The same channel with another availability.
     *
     * @param other the availability
     * @return the changed copy
     */
    public ContactChannel withAvailability(Availability other) {
        return new ContactChannel(id, name, audience, modality, endpoint, languages, via, other, fallback);
    }

    /**
     * The same channel with another chain of what to do while it is not open.
     *
     * @param chain the steps in order
     * @return the changed copy
     */
    public ContactChannel withFallback(List<FallbackStep> chain) {
        return new ContactChannel(id, name, audience, modality, endpoint, languages, via, availability, chain);
    }
}
