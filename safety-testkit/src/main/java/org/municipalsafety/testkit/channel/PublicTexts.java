/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.coverage.CertificateDocument;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.publication.ContactNotice;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/**
 * All that the public reads of a directory, and which endpoints meant for fewer people stand in it, however they are
 * written: a number with other blanks, or with its country's code, is the same number.
 */
final class PublicTexts {

    /** What may stand between two digits of a number. */
    private static final String BETWEEN = "[\\s\u00a0\u2010-\u2013()/.-]{0,3}";

    /** A code of fewer digits may be a year or a time of day, unless somebody wrote it into a text. */
    private static final int LONG_CODE = 5;

    private final Directory directory;
    private final String everything;
    private final String authored;

    PublicTexts(Directory directory, Interval interval, Instant at) {
        this(directory, interval, at, List.of());
    }

    /** With what is published beside the library's own texts. */
    PublicTexts(Directory directory, Interval interval, Instant at, List<String> further) {
        this.directory = directory;
        this.everything = everything(directory, interval, at) + "\n" + String.join("\n", further);
        this.authored = String.join("\n", authored(directory.view(Audience.PUBLIC)));
    }

    /** The ids of the channels whose endpoints stand in what the public reads, and should not. */
    List<String> leaking() {
        Set<Object> open = directory.view(Audience.PUBLIC).channels().stream()
                .map(channel -> key(channel.endpoint()))
                .collect(Collectors.toSet());
        return directory.channels().stream()
                .filter(channel -> channel.audience() != Audience.PUBLIC && !open.contains(key(channel.endpoint())))
                .filter(channel -> holds(channel.endpoint()))
                .map(ContactChannel::id)
                .toList();
    }

    /** One number is one, whatever its text. */
    private static Object key(Endpoint endpoint) {
        return endpoint instanceof GeographicNumber number ? number.e164() : endpoint;
    }

    private boolean holds(Endpoint endpoint) {
        if (endpoint instanceof GeographicNumber number) {
            String national = number.e164().substring("+46".length());
            return found(
                    "(?<![0-9A-Za-z])(?:(?:\\+|00)?46" + BETWEEN + "(?:0" + BETWEEN + ")?|0" + BETWEEN + ")"
                            + String.join(BETWEEN, national.split(""))
                            + "(?![0-9])",
                    everything);
        }
        if (endpoint instanceof ShortCode code) {
            String digits = String.join(" ?", code.digits().split(""));
            return !code.national()
                    && found(
                            "(?<![0-9A-Za-z])" + digits + "(?![0-9A-Za-z])",
                            code.digits().length() < LONG_CODE ? authored : everything);
        }
        if (endpoint instanceof EmailAddress address) {
            return found("(?<![\\w.+-])" + Pattern.quote(address.text()) + "(?![\\w-])", everything);
        }
        WebPage page = (WebPage) endpoint;
        return everything.contains(page.text()) || found(Pattern.quote(page.uri()) + "(?![\\w/?#%-])", everything);
    }

    private static boolean found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }

    private static String everything(Directory directory, Interval interval, Instant at) {
        LocalDate first =
                LocalDate.ofInstant(at, directory.municipality().zone()).minusDays(1);
        LocalDate last = first.plusDays(14);
        CoverageCertificate certificate = directory.certify(Audience.PUBLIC, interval);
        ContactPage page = ContactPage.of(directory, Audience.PUBLIC, at);
        ContactNotice notice = ContactNotice.of(directory, Audience.PUBLIC, first, last);
        List<String> texts = new ArrayList<>();
        texts.add(DirectoryDocument.write(directory.view(Audience.PUBLIC)));
        texts.add(CertificateDocument.write(certificate));
        for (Locale locale : List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH)) {
            texts.add(directory.reachableAt(at, Audience.PUBLIC).text(locale));
            texts.add(page.text(locale));
            texts.add(page.html(locale));
            texts.add(notice.html(locale));
            texts.add(certificate.text(locale));
        }
        return String.join("\n", texts);
    }

    /** What people wrote into the directory for people to read. */
    private static List<String> authored(Directory directory) {
        List<@Nullable LocalizedText> texts = new ArrayList<>();
        List<String> authored = new ArrayList<>();
        texts.add(directory.municipality().name());
        texts.addAll(directory.calendar().changes().classes().values());
        directory.calendar().changes().days().forEach(day -> texts.add(day.name()));
        for (ContactChannel channel : directory.channels()) {
            texts.add(channel.name());
            channel.fallback().forEach(step -> texts.add(step.instruction().orElse(null)));
            if (channel.availability() instanceof OpeningHours hours) {
                notes(hours).forEach(day -> day.note().ifPresent(texts::add));
            }
            if (channel.endpoint() instanceof ShortCode code) {
                texts.add(code.purpose());
            } else {
                authored.add(channel.endpoint().text());
            }
        }
        for (@Nullable LocalizedText text : texts) {
            if (text != null) {
                authored.addAll(text.byLanguage().values());
            }
        }
        return authored;
    }

    private static List<DayHours> notes(OpeningHours hours) {
        List<DayHours> all = new ArrayList<>();
        hours.week().forEach(rule -> all.add(rule.hours()));
        hours.dayClasses().forEach(rule -> all.add(rule.hours()));
        hours.movable().forEach(rule -> all.add(rule.hours()));
        hours.dates().forEach(rule -> all.add(rule.hours()));
        hours.seasons().forEach(season -> season.week().forEach(rule -> all.add(rule.hours())));
        return all;
    }
}
