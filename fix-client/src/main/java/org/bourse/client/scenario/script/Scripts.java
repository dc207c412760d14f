package org.bourse.client.scenario.script;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.fix.Dictionary;

/** Finds and reads files of scenarios. */
public final class Scripts {

  private final Dictionary dictionary;

  /**
   * Reads scripts whose fields are named by a dictionary.
   *
   * @param dictionary the dictionary
   */
  public Scripts(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Reads files, and all the scripts of folders and of what is in them, by their names.
   *
   * @param paths files or folders
   * @return the scripts, in this order
   * @throws CouldNotRun where there is nothing to read
   * @throws ScriptFaults where what is written can't be understood, all faults at once
   */
  public List<Script> read(List<Path> paths) throws CouldNotRun, ScriptFaults {
    List<String> faults = new ArrayList<>();
    List<Script> scripts = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        scripts.add(read(file, faults));
      }
    }
    if (!faults.isEmpty()) {
      throw new ScriptFaults(faults);
    }
    return scripts;
  }

  private Script read(Path file, List<String> faults) throws CouldNotRun {
    try {
      List<String> own = new ArrayList<>();
      Script script =
          isDef(file)
              ? new DefReader(file, own).read(Files.readAllLines(file, StandardCharsets.ISO_8859_1))
              : new ScriptReader(dictionary, file, own).read(Files.readAllLines(file));
      faults.addAll(own);
      return script;
    } catch (MalformedInputException e) {
      throw new CouldNotRun(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new CouldNotRun(file + " can't be read: " + e.getMessage(), e);
    }
  }

  private static boolean isDef(Path file) {
    return file.toString().endsWith(".def");
  }

  private static List<Path> files(Path path) throws CouldNotRun {
    if (!Files.exists(path)) {
      throw new CouldNotRun("there is no " + path);
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".scn") || isDef(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new CouldNotRun("there is no scenario in " + path);
      }
      return files;
    } catch (IOException e) {
      throw new CouldNotRun(path + " can't be read: " + e.getMessage(), e);
    }
  }
}
