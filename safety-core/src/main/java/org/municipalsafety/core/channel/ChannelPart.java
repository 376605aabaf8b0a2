/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.document.HoursReader;
import org.municipalsafety.core.hours.document.HoursWriter;
import org.municipalsafety.core.hours.document.Noted;

/**
 * The parts of a directory's document that are its channels, each with its fallback.
 *
 * <p>Stateless and thread-safe.
 */
final class ChannelPart {

    private ChannelPart() {}

    /** A channel, or its faults; what it refers to is noted either way. */
    static Field<ContactChannel> read(Node node, List<References> references) {
        int place = references.size();
        Field<ContactChannel> channel = node.object(in -> {
            var id = in.required("id", Node::id);
            var name = in.required("name", Node::localizedLine);
            var audience = in.required("audience", each -> each.oneOf(Audience.class));
            var modality = in.required("modality", each -> each.oneOf(Modality.class));
            boolean open = audience.isSound() && audience.get() == Audience.PUBLIC;
            var endpoint = in.required("endpoint", each -> EndpointPart.read(open ? each : each.secret()));
            if (modality.isSound() && endpoint.isSound() && !modality.get().fits(endpoint.get())) {
                in.note(Fault.of("/modality", modality.get().name(), "a modality that fits the kind of endpoint")
                        .maybe("Maybe e-mail needs an address, a form or a visit a page, and a call a number."));
            }
            var languages = in.list(
                    "languages", each -> each.text().map("a tag such as sv or en", ContactChannel::languageTag));
            var via = in.optional("via", Node::id);
            Noted noted = new Noted();
            var availability = in.required("availability", each -> HoursReader.read(each, noted));
            List<References.Step> steps = new ArrayList<>();
            var fallback = in.list("fallback", each -> step(each, steps));
            references.add(new References(
                    id.isSound() ? id.get() : null,
                    audience.isSound() ? audience.get() : null,
                    via.isSound() ? via.get().orElse(null) : null,
                    noted.outside(),
                    noted.rules().dayClasses(),
                    noted.rules().movable().stream()
                            .map(day -> day instanceof MovableDay.Named named ? named.id() : null)
                            .collect(Collectors.toList()),
                    steps));
            return in.build(() -> new ContactChannel(
                    id.get(),
                    name.get(),
                    audience.get(),
                    modality.get(),
                    endpoint.get(),
                    languages.get(),
                    via.get(),
                    availability.get(),
                    fallback.get()));
        });
        if (references.size() == place) {
            references.add(new References(null, null, null, null, List.of(), List.of(), List.of()));
        }
        return channel;
    }

    private static Field<FallbackStep> step(Node node, List<References.Step> steps) {
        int place = steps.size();
        Field<FallbackStep> step = node.object(in -> {
            var channel = in.optional("channel", Node::id);
            var instruction = in.optional("instruction", Node::localizedLine);
            steps.add(new References.Step(
                    channel.isSound() ? channel.get().orElse(null) : null,
                    !in.has("channel") && in.has("instruction")));
            return in.build(() -> new FallbackStep(channel.get(), instruction.get()));
        });
        if (steps.size() == place) {
            steps.add(new References.Step(null, false));
        }
        return step;
    }

    static Map<String, Object> json(ContactChannel channel) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", channel.id());
        json.put("name", channel.name().byLanguage());
        json.put("audience", channel.audience().name());
        json.put("modality", channel.modality().name());
        json.put("endpoint", EndpointPart.json(channel.endpoint()));
        if (!channel.languages().isEmpty()) {
            json.put("languages", channel.languages());
        }
        channel.via().ifPresent(via -> json.put("via", via));
        json.put("availability", HoursWriter.json(channel.availability()));
        List<Object> steps = new ArrayList<>();
        for (FallbackStep step : channel.fallback()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            step.channel().ifPresent(id -> fields.put("channel", id));
            step.instruction().ifPresent(words -> fields.put("instruction", words.byLanguage()));
            steps.add(fields);
        }
        if (!steps.isEmpty()) {
            json.put("fallback", steps);
        }
        return json;
    }

    /** The SHA-256 of a channel's document form, which names the rules that a certificate rests on. */
    static String digest(ContactChannel channel) {
        try {
            byte[] text = Documents.write("channel", DirectoryDocument.VERSION, json(channel))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
