package io.kindred.cli.command;

import picocli.CommandLine.Command;

/** {@code kindred experiment}: several models on one data set, from a file. */
@Command(
        name = "experiment",
        description = "Runs, compares and reproduces experiments that a file describes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExperimentInitCommand.class,
            ExperimentCheckCommand.class,
            ExperimentRunCommand.class,
            ExperimentCompareCommand.class,
            ExperimentReproduceCommand.class,
            ExperimentReportCommand.class,
            ExperimentSpacesCommand.class
        })
public final class ExperimentCommand {}
