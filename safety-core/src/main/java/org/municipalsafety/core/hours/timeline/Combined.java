/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Blocks that are made from those of other channels: open while another is closed, or reached through another.
 *
 * <p>A reason of its own and those of the other channel are one list; segments for the same reasons share it.
 */
final class Combined {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Map<OpenState, ChannelReason> first;
    /** For each list of the other channel the longer one of this channel, by the state that it explains. */
    private final Map<OpenState, Map<List<ChannelReason>, List<ChannelReason>>> longer = new EnumMap<>(OpenState.class);

    private Combined(Map<OpenState, ChannelReason> first) {
        this.first = first;
    }

    private List<ChannelReason> because(OpenState state, List<ChannelReason> other) {
        return longer.computeIfAbsent(state, each -> new IdentityHashMap<>()).computeIfAbsent(other, reasons -> {
            List<ChannelReason> all = new ArrayList<>();
            all.add(requireNonNull(first.get(state)));
            all.addAll(reasons);
            return List.copyOf(all);
        });
    }

    /** Open while the other is closed, and unknown while it is unknown. */
    static Block opposite(String channel, LocalizedText otherName, Block other) {
        Map<OpenState, ChannelReason> reasons = new EnumMap<>(OpenState.class);
        for (OpenState state : OpenState.values()) {
            LocalizedText words = switch (state) {
                case OPEN -> words("öppet när %s har stängt", "open while %s is closed", otherName);
                case CLOSED -> words("stängt när %s har öppet", "closed while %s is open", otherName);
                case UNKNOWN -> words("okänt om %s har öppet", "not known whether %s is open", otherName);
            };
            reasons.put(state, new ChannelReason(ChannelReason.Kind.OUTSIDE, channel, "/availability/outside", words));
        }
        Combined combined = new Combined(reasons);
        Block.Builder builder = new Block.Builder();
        for (int i = 0; i < other.size(); i++) {
            OpenState state = opposite(other.state(i));
            builder.add(other.start(i), state, combined.because(state, other.because(i)));
        }
        return builder.build();
    }

    private static OpenState opposite(OpenState state) {
        return switch (state) {
            case OPEN -> OpenState.CLOSED;
            case CLOSED -> OpenState.OPEN;
            case UNKNOWN -> OpenState.UNKNOWN;
        };
    }

    /** As its own hours say while the hop is open, else as the hop is unless it is closed anyway. */
    static Block behind(String channel, LocalizedText hopName, Block own, Block hop) {
        Map<OpenState, ChannelReason> reasons = new EnumMap<>(OpenState.class);
        reasons.put(
                OpenState.CLOSED,
                via(channel, words("nås via %s, som har stängt", "reached through %s, which is closed", hopName)));
        reasons.put(
                OpenState.UNKNOWN,
                via(
                        channel,
                        words(
                                "nås via %s, okänt om den har öppet",
                                "reached through %s, not known whether it is open", hopName)));
        Combined combined = new Combined(reasons);
        Block.Builder builder = new Block.Builder();
        int i = 0;
        int j = 0;
        long at = own.start(0);
        while (true) {
            OpenState answering = hop.state(j);
            if (own.state(i) == OpenState.CLOSED || answering == OpenState.OPEN) {
                builder.add(at, own.state(i), own.because(i));
            } else {
                builder.add(at, answering, combined.because(answering, hop.because(j)));
            }
            long nextOwn = i + 1 < own.size() ? own.start(i + 1) : Long.MAX_VALUE;
            long nextHop = j + 1 < hop.size() ? hop.start(j + 1) : Long.MAX_VALUE;
            at = Math.min(nextOwn, nextHop);
            if (at == Long.MAX_VALUE) {
                return builder.build();
            }
            i += nextOwn == at ? 1 : 0;
            j += nextHop == at ? 1 : 0;
        }
    }

    private static ChannelReason via(String channel, LocalizedText words) {
        return new ChannelReason(ChannelReason.Kind.VIA, channel, "/via", words);
    }

    private static LocalizedText words(String swedish, String english, LocalizedText name) {
        return LocalizedText.of(swedish.formatted(name.in(SWEDISH)), english.formatted(name.in(Locale.ENGLISH)));
    }
}
