package org.bourse.client.scenario;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bourse.client.cli.CouldNotRun;

/** Results as JUnit XML, a suite for each file. */
final class JunitReport {

  private JunitReport() {}

  static void write(Path file, List<Result> results) throws CouldNotRun {
    Map<Path, List<Result>> suites =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.scenario().place().file(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (Map.Entry<Path, List<Result>> suite : suites.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (IOException | XMLStreamException e) {
      throw new CouldNotRun(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private static void suite(XMLStreamWriter xml, Path file, List<Result> results)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", file.toString());
    xml.writeAttribute("tests", Integer.toString(results.size()));
    xml.writeAttribute("failures", count(results, Result.Verdict.FAIL));
    xml.writeAttribute("errors", count(results, Result.Verdict.ERROR));
    xml.writeAttribute("skipped", "0");
    Duration all = results.stream().map(Result::duration).reduce(Duration.ZERO, Duration::plus);
    xml.writeAttribute("time", seconds(all));
    for (Result result : results) {
      testCase(xml, file, result);
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Path file, Result result)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", file.toString());
    String name = result.scenario().id() + " " + result.scenario().title();
    xml.writeAttribute("name", clean(name.strip()));
    xml.writeAttribute("time", seconds(result.duration()));
    if (result.verdict() != Result.Verdict.PASS) {
      xml.writeStartElement(result.verdict() == Result.Verdict.FAIL ? "failure" : "error");
      xml.writeAttribute("message", clean(result.reason()));
      xml.writeCharacters(clean(String.join("\n", result.details())));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String count(List<Result> results, Result.Verdict verdict) {
    return Long.toString(results.stream().filter(result -> result.verdict() == verdict).count());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
  }

  /** XML has no way to write most control characters. */
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "?");
  }
}
