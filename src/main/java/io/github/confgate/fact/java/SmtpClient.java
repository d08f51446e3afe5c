package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Mail through Jakarta Mail and Spring's {@code JavaMailSenderImpl}, which sets none: {@code mail.smtp.timeout} and {@code
 * mail.smtp.connectiontimeout} are infinite by default (documentation of {@code com.sun.mail.smtp}).
 */
final class SmtpClient {

    static final Client CLIENT = new Client(
            "SMTP",
            Set.of(
                    "#mail.smtp.host",
                    "#mail.smtps.host",
                    "#mail.host",
                    "JavaMailSenderImpl.setHost",
                    "Transport.connect"),
            Set.of("JavaMailSenderImpl", "JavaMailSender", "Session"),
            Set.of("new JavaMailSenderImpl", "Session.getInstance", "Session.getDefaultInstance"),
            Set.of("mail.smtp.timeout", "mail.smtps.timeout"),
            "ms",
            null);

    private SmtpClient() {}
}
