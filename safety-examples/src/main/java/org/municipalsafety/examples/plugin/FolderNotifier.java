/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.Outcome;

/** Puts each message as a file into a folder; the same message again is the same file. */
final class FolderNotifier implements Notifier {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Path folder;
    private final String suffix;

    FolderNotifier(Path folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    // snippet send
    @Override
    public Outcome send(Message message, Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!Files.isDirectory(folder)) {
            return Outcome.retryable("folder-missing"); // surely not sent; it may come back
        }
        String name = message.idempotencyKey() + suffix; // the same key is the same file
        Path beside = folder.resolve(name + ".part");
        try {
            Files.writeString(
                    beside, message.address().value() + "\n" + message.text().in(SWEDISH));
            Files.move(
                    beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.accepted(name);
        } catch (IOException failed) {
            return Outcome.unknown("folder-not-written"); // no free text: it could hold an address
        }
    }
    // end

    @Override
    public String toString() {
        return "FolderNotifier";
    }
}
