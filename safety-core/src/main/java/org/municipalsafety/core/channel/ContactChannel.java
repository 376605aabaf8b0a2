/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.disclosure.Audience;
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
 * @param viaChannel the id of the channel that answers first and must be open too, or null; see {@link #via()}
 * @param availability when it is open by itself
 * @param fallbackInstruction what to do while it is closed, or null; see {@link #fallback()}
 */
public record ContactChannel(
        String id,
        LocalizedText name,
        Audience audience,
        Modality modality,
        Endpoint endpoint,
        @Nullable String viaChannel,
        Availability availability,
        @Nullable LocalizedText fallbackInstruction) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public ContactChannel {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(audience, "audience");
        requireNonNull(modality, "modality");
        requireNonNull(endpoint, "endpoint");
        requireNonNull(availability, "availability");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The channel id is no identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and . _ -");
        }
    }

    /**
     * The channel that answers first, such as the switchboard.
     *
     * @return its id, or nothing if this one is reached directly
     */
    public Optional<String> via() {
        return Optional.ofNullable(viaChannel);
    }

    /**
     * What to do while it is closed.
     *
     * @return such as "ring 112, begär socialtjänstens beredskap"
     */
    public Optional<LocalizedText> fallback() {
        return Optional.ofNullable(fallbackInstruction);
    }

    /**
     * The same channel with another availability.
     *
     * @param other the availability
     * @return the changed copy
     */
    public ContactChannel withAvailability(Availability other) {
        return new ContactChannel(id, name, audience, modality, endpoint, viaChannel, other, fallbackInstruction);
    }
}
