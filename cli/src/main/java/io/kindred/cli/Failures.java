package io.kindred.cli;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every failure into one or two lines and an exit code; stack traces go to a log file only. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int INTERRUPTED = 130;

    private final KindredHome home;

    Failures(KindredHome home) {
        this.home = home;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("kindred: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (e instanceof InterruptedException) {
            err.println("kindred: interrupted; nothing was kept");
            return INTERRUPTED;
        }
        Throwable known = e;
        while (known != null && !(known instanceof KindredException) && !(known instanceof IOException)) {
            known = known.getCause();
        }
        if (known instanceof UsageException) {
            err.println("kindred: " + known.getMessage());
            err.println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
            return USAGE;
        }
        if (known instanceof KindredException) {
            err.println("kindred: " + known.getMessage());
        } else if (known instanceof IOException io) {
            err.println("kindred: " + reason(io));
        } else {
            err.println("kindred: an internal error (" + e.getClass().getSimpleName()
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()) + "); " + keep(e));
        }
        return FAILED;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** Writes the stack trace where it can be sent from; says where. */
    private String keep(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(home.logs());
            Path file = home.logs().resolve("error-" + Instant.now().toEpochMilli() + ".log");
            Files.writeString(file, trace.toString());
            return "please report it with " + file;
        } catch (IOException unwritable) {
            return "its details could not be written to " + home.logs() + ": " + reason(unwritable);
        }
    }
}
