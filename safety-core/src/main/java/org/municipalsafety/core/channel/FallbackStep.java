/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A step of the chain that says what to do while a channel is not open: another channel, an instruction in words, or
 * another channel with what to say there.
 *
 * <pre>{@code
 * var chain = List.of(
 *         FallbackStep.to("kontaktcenter"),
 *         FallbackStep.instructing(LocalizedText.of("Ring 112, begär …", "Call 112, ask for …")));
 * }</pre>
 *
 * <p>The first step that helps is the one to take: one whose channel is open, or one that is only words. A channel of
 * which nothing is known is not open (rule C4).
 *
 * <p>Immutable and thread-safe.
 *
 * @param channel the id of the other channel; none if the step is only words
 * @param instruction what to do, or what to say to the other channel; none if the step only names a channel
 */
public record FallbackStep(Optional<String> channel, Optional<LocalizedText> instruction) {

    /** The most steps of a chain. */
    public static final int MAX_STEPS = 10;

    /**
     * Checks that the step says anything.
     *
     * @throws IllegalArgumentException if it has neither a channel nor words, or the words are not one line
     */
    public FallbackStep {
        if (channel.isEmpty() && instruction.isEmpty()) {
            throw new IllegalArgumentException("The step names neither a channel nor an instruction; expected one.");
        }
        instruction.ifPresent(LocalizedText::requireLine);
    }

    /**
     * A step to another channel.
     *
     * @param channel its id
     * @return the step
     */
    public static FallbackStep to(String channel) {
        return new FallbackStep(Optional.of(channel), Optional.empty());
    }

    /**
     * A step to another channel, with what to say there.
     *
     * @param channel its id
     * @param instruction such as "begär socialtjänstens beredskap"
     * @return the step
     */
    public static FallbackStep to(String channel, LocalizedText instruction) {
        return new FallbackStep(Optional.of(channel), Optional.of(instruction));
    }

    /**
     * A step that is only words, and so the last of its chain.
     *
     * @param instruction such as "ring 112, begär socialtjänstens beredskap"
     * @return the step
     */
    public static FallbackStep instructing(LocalizedText instruction) {
        return new FallbackStep(Optional.empty(), Optional.of(instruction));
    }
}
