package org.vivavoce.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.vivavoce.settings.DataFolder;

/**
 * The log of the program, in the data folder: what went wrong, without keys and without what was said. At most two files of 1 MB.
 * Nothing is ever logged to the terminal.
 */
final class LogFile {

    private LogFile() {}

    static void writeTo(DataFolder folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        LogManager.getLogManager().reset(); // the JDK's own log prints to the terminal
        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("org.vivavoce").setLevel(Level.INFO);
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR); // what it warns of may name an address with a token
        for (String keychain : List.of("de.swiesend", "org.freedesktop.dbus", "com.github.javakeyring")) {
            context.getLogger(keychain).setLevel(Level.OFF); // a missing keychain is no news, and told in the settings
        }
        if (!folder.writable()) {
            return;
        }
        String file = folder.logs().resolve("vivavoce.log").toString();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %thread %logger{0}: %msg%n%nopex");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMaxIndex(1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
    }
}
