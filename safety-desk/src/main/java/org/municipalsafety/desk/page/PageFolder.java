/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.publication.BulletinPage;
import org.municipalsafety.core.publication.ContactNotice;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.desk.internal.Words;
import org.municipalsafety.roster.feed.CalendarFeed;
import org.threeten.extra.Interval;

/**
 * A folder of pages that lead to each other: {@code index.html} for the staff; {@code bulletin}, {@code kontakt} and
 * {@code anslag} for residents, in Swedish and English; and a calendar for each position, {@code rota-tib.ics}.
 *
 * <p>Each file is replaced whole. The folder must exist.
 *
 * <p>Immutable and thread-safe; two writers of one folder overwrite each other's files.
 */
public final class PageFolder {

    static final String BULLETIN = "bulletin";
    static final String CONTACT = "kontakt";
    static final String NOTICE = "anslag";
    /** For so long the notice on the wall holds. */
    private static final int NOTICE_WEEKS = 6;

    private final Path folder;

    private PageFolder(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    /**
     * The folder.
     *
     * @param folder where the pages lie
     * @return the folder
     */
    public static PageFolder at(Path folder) {
        return new PageFolder(folder);
    }

    static String calendar(String position) {
        return "rota-" + position.toLowerCase(Locale.ROOT) + ".ics";
    }

    /**
     * Writes a bulletin for the public, in both languages, as a page and as plain text.
     *
     * @param bulletin the bulletin
     * @param situation whose measures it names
     * @param directory the municipality's channels
     * @throws IllegalArgumentException if the bulletin is not open to the public
     */
    public void publish(Bulletin bulletin, Situation situation, Directory directory) {
        BulletinPage publication = BulletinPage.of(bulletin, situation.measures(), directory);
        for (Locale language : Words.LANGUAGES) {
            String name = BULLETIN + "." + language.getLanguage();
            Documents.replace(folder.resolve(name + ".html"), publication.html(language));
            Documents.replace(folder.resolve(name + ".txt"), publication.text(language));
        }
    }

    /**
     * Writes all pages but the bulletins, and the calendars.
     *
     * @param picture the situation
     * @param locale the language of the staff's page and of the calendars
     */
    public void write(SituationPicture picture, Locale locale) {
        calendars(picture, locale);
        contacts(picture.directory(), picture.at());
        Documents.replace(
                folder.resolve("index.html"), SituationPage.of(picture).html(locale));
    }

    private void calendars(SituationPicture picture, Locale locale) {
        Interval shown = SituationPage.shown(picture);
        // Minutes since 1970: every later edition has a higher number.
        int sequence = Math.toIntExact(picture.at().getEpochSecond() / 60);
        CalendarFeed feed = CalendarFeed.of(locale, picture.at(), sequence);
        for (String position : picture.rota().plan().positions()) {
            Documents.replace(folder.resolve(calendar(position)), feed.position(picture.rota(), position, shown));
        }
    }

    private void contacts(Directory directory, Instant at) {
        ContactPage contact = ContactPage.of(directory, Audience.PUBLIC, at);
        LocalDate today = LocalDate.ofInstant(at, directory.municipality().zone());
        ContactNotice notice = ContactNotice.of(directory, Audience.PUBLIC, today, today.plusWeeks(NOTICE_WEEKS));
        for (Locale language : Words.LANGUAGES) {
            Documents.replace(folder.resolve(CONTACT + "." + language.getLanguage() + ".html"), contact.html(language));
            Documents.replace(folder.resolve(NOTICE + "." + language.getLanguage() + ".html"), notice.html(language));
        }
    }
}
