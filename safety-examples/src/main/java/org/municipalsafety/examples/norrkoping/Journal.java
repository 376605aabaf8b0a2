/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * What the program has done, step by step: the duty log of the week. Each entry is on disk before the next step begins.
 *
 * <p>Confined to one thread.
 */
final class Journal {

    private static final String KIND = "journal";

    /**
     * A step that was done.
     *
     * @param step which
     * @param at when, on the program's clock
     * @param text what there is to tell, a line each
     */
    record Entry(Step step, Instant at, List<LocalizedText> text) {}

    private final Path file;
    private final String inputs;
    private final List<Entry> entries;

    private Journal(Path file, String inputs, List<Entry> entries) {
        this.file = file;
        this.inputs = inputs;
        this.entries = new ArrayList<>(entries);
    }

    /** Opens the journal of a folder, or nothing if the folder has none. */
    static Optional<Journal> open(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Documents.read(file, KIND, 1, fields -> {
            var inputs = fields.required("inputs", Node::text);
            var entries = fields.list("entries", node -> node.object(Journal::entry));
            return fields.build(() -> new Journal(file, inputs.get(), entries.get()));
        }));
    }

    /** Begins an empty journal; an older one is replaced. */
    static Journal begin(Path file, String inputs) {
        Journal journal = new Journal(file, inputs, List.of());
        journal.write();
        return journal;
    }

    /** The digest of the documents that the run was begun with. */
    String inputs() {
        return inputs;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    boolean has(Step step) {
        return entries.stream().anyMatch(entry -> entry.step() == step);
    }

    boolean isFinished() {
        return has(Step.PAGES);
    }

    void add(Entry entry) {
        entries.add(entry);
        write();
    }

    private void write() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("inputs", inputs);
        out.put(
                "entries",
                entries.stream()
                        .map(entry -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("step", entry.step().name());
                            fields.put("at", entry.at().toString());
                            fields.put(
                                    "text",
                                    entry.text().stream()
                                            .map(LocalizedText::byLanguage)
                                            .toList());
                            return fields;
                        })
                        .toList());
        Documents.replace(file, Documents.write(KIND, 1, out));
    }

    private static Field<Entry> entry(Fields in) {
        var step = in.required("step", node -> node.oneOf(Step.class));
        var at = in.required("at", Node::instant);
        var text = in.list("text", Node::localizedText);
        return in.build(() -> new Entry(step.get(), at.get(), text.get()));
    }
}
