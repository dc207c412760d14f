package org.bourse.exchange.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a file, once it is known to be text: UTF-8, no control characters, spaces only. */
final class SourceText {

  /** Largest file that is read, in bytes. */
  static final int LARGEST = 4 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /** Reads the file, or reports why not and returns null. */
  static @Nullable String read(Path file, FaultLog faults) {
    byte[] bytes = bytes(file, faults);
    String text = bytes == null ? null : decode(bytes, faults);
    if (text == null) {
      return null;
    }
    if (text.indexOf(BYTE_ORDER_MARK) == 0) {
      text = text.substring(1);
    }
    checkCharacters(text, faults);
    return faults.isEmpty() ? text : null;
  }

  private static byte @Nullable [] bytes(Path file, FaultLog faults) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      faults.add(1, YamlPath.ROOT, "not a file");
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return bytes;
      }
      faults.add(1, YamlPath.ROOT, "larger than " + ByteSize.format(LARGEST));
    } catch (NoSuchFileException e) {
      faults.add(
          0, YamlPath.ROOT, "there is no such file; --config names the folder that holds it");
    } catch (AccessDeniedException e) {
      faults.add(1, YamlPath.ROOT, "not readable: permission denied");
    } catch (IOException e) {
      faults.add(1, YamlPath.ROOT, "not readable: " + Quoted.oneLine(String.valueOf(e)));
    }
    return null;
  }

  private static @Nullable String decode(byte[] bytes, FaultLog faults) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isUnderflow()) {
      return text;
    }
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    faults.add(line, YamlPath.ROOT, "not UTF-8");
    return null;
  }

  private static void checkCharacters(String text, FaultLog faults) {
    List<String> lines = List.of(text.split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String content = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      int refused = content.codePoints().filter(SourceText::isRefused).findFirst().orElse(-1);
      if (refused >= 0) {
        faults.add(
            i + 1, YamlPath.ROOT, "character " + Quoted.codePoint(refused) + " is not allowed");
      } else if (isIndentedByTab(content)) {
        faults.add(i + 1, YamlPath.ROOT, "indented by a tab, use spaces");
      }
    }
  }

  /** What YAML refuses, and what it takes for a line's end although an editor does not. */
  private static boolean isRefused(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || c == BYTE_ORDER_MARK
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFFFE'
        || c == '\uFFFF';
  }

  private static boolean isIndentedByTab(String line) {
    String indentation = line.substring(0, line.length() - line.stripLeading().length());
    return indentation.indexOf('\t') >= 0 && !line.isBlank();
  }
}
