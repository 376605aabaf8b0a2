/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import org.municipalsafety.core.text.LocalizedText;

/**
 * What can happen to an alert.
 *
 * <p>Most of these are written to the alert's log in the same transaction as the change itself. {@link #CLAIMED},
 * {@link #SENDING} and {@link #ANSWERED} are told to listeners only.
 */
public enum Happening {
    /** The alert is stored; from now on it is not lost (A1). */
    SUBMITTED("Larmet är mottaget", "The alert is received"),
    /** A step of the escalation fired and its deliveries are stored. */
    STEP_FIRED("Larmkedjans steg startar", "A step of the escalation fires"),
    /** A step had nobody who could be alerted and was skipped at once. */
    STEP_SKIPPED("Steget har ingen att larma och hoppas över", "The step has nobody to alert and is skipped"),
    /** A step ended before its time, since none of its messages could be sent. */
    STEP_FAILED("Inget meddelande i steget gick fram", "No message of the step could be sent"),
    /** The escalation starts again from its first step. */
    ROUND_STARTED("Larmkedjan börjar om", "The escalation starts again"),
    /** Told to listeners only: the intent to send is stored. */
    CLAIMED("Meddelandet ska skickas", "The message is about to be sent"),
    /** Told to listeners only: the notifier is called next. */
    SENDING("Meddelandet skickas", "The message is being sent"),
    /** Told to listeners only: the notifier has answered, and the answer is not stored yet. */
    ANSWERED("Leverantören har svarat", "The provider has answered"),
    /** A message was sent, and that is stored. */
    SENT("Meddelandet är skickat", "The message is sent"),
    /** A try failed and will be repeated. */
    RETRY("Meddelandet kunde inte skickas; nytt försök görs", "The message could not be sent and is tried again"),
    /** It is not known whether a message was sent; it is sent again with the same key. */
    RESEND("Okänt om meddelandet gick fram; det skickas igen", "It is unknown whether it was sent; it is sent again"),
    /** It is not known whether a message was sent; it is not sent again. */
    UNKNOWN("Okänt om meddelandet gick fram", "It is unknown whether the message was sent"),
    /** A message was refused for good. */
    FAILED("Meddelandet kunde inte skickas", "The message could not be sent"),
    /** A message was tried as often as allowed. */
    GAVE_UP("Meddelandet kunde inte skickas trots flera försök", "The message could not be sent in several tries"),
    /** A message waits for a notifier that is not there. */
    BLOCKED("Meddelandet väntar på en kanal som saknas", "The message waits for a notifier that is missing"),
    /** A message was dropped, since the alert was acknowledged or closed. */
    CANCELLED("Meddelandet behövs inte längre", "The message is no longer needed"),
    /** A person has it. */
    ACKNOWLEDGED("Larmet är kvitterat", "The alert is acknowledged"),
    /** A further person has it as well. */
    ALSO_ACKNOWLEDGED("Larmet är kvitterat av ytterligare en", "A further person acknowledges the alert"),
    /** Somebody else came on duty; the incoming holder is alerted, the outgoing one told. */
    HANDED_OVER("Överlämning: den som tar över larmas", "Handover: whoever takes over is alerted"),
    /** The holder's duty ended and nobody took over; the holder stays. */
    HANDED_TO_NOBODY("Passet slutade utan att någon tog över", "The duty ended and nobody took over"),
    /** The one who had acknowledged went off duty; the alert is open again. */
    ASKED_AGAIN("Kvittensen efterfrågas på nytt vid överlämning", "The acknowledgement is asked for again"),
    /** The escalation ended without an acknowledgement. */
    DIED("Larmkedjan är slut och ingen har kvitterat", "The escalation is over and nobody acknowledged"),
    /** The alert's time was over. */
    EXPIRED("Larmets tid har gått ut", "The alert has expired"),
    /** Nothing more needs to be done. */
    CLOSED("Larmet är avslutat", "The alert is closed");

    private final LocalizedText label;

    Happening(String swedish, String english) {
        this.label = LocalizedText.of(swedish, english);
    }

    /**
     * The happening in words for readers.
     *
     * @return the words in Swedish and English
     */
    public LocalizedText label() {
        return label;
    }
}
