package org.bourse.client.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quickfix.Message;

/**
 * Writes messages for people: one line, fields and values by the names that the FIX 4.4 dictionary
 * gives them, header and trailer left out.
 */
public final class MessageText {

  private static final String SOH = "\001";
  private static final Set<Integer> HEADER_AND_TRAILER =
      Set.of(8, 9, 35, 34, 43, 49, 50, 52, 56, 57, 97, 115, 122, 128, 369, 10);
  private static final List<Integer> FIRST = List.of(150, 39, 37, 11, 41, 151, 14, 6, 32, 31);

  private final Dictionary names;

  /**
   * Writes by a dictionary's names.
   *
   * @param names the dictionary
   */
  public MessageText(Dictionary names) {
    this.names = names;
  }

  /** Reads the dictionary, which takes a moment. */
  public static MessageText fix44() {
    return new MessageText(Dictionary.fix44());
  }

  /**
   * One line, such as {@code ExecutionReport ExecType=New OrdStatus=New OrderID=12 ...}: what
   * matters most first, then the rest in the message's own order.
   *
   * @param message a message that was received or sent
   * @return the line
   */
  public String of(Message message) {
    String raw = message.toRawString();
    return of(raw == null ? message.toString() : raw);
  }

  /**
   * The same for a message as it stands on the wire.
   *
   * @param message fields that end with SOH each
   * @return the line
   */
  public String of(String message) {
    List<Field> fields = fields(message);
    String type =
        fields.stream().filter(f -> f.tag == 35).map(Field::value).findFirst().orElse("?");
    String known = names.messageName(type);
    String name = known == null ? "MsgType=" + type : known;
    List<Field> shown = new ArrayList<>();
    for (int tag : FIRST) {
      fields.stream().filter(f -> f.tag == tag).forEach(shown::add);
    }
    for (Field field : fields) {
      if (!HEADER_AND_TRAILER.contains(field.tag) && !FIRST.contains(field.tag)) {
        shown.add(field);
      }
    }
    return name + shown.stream().map(this::text).collect(Collectors.joining(" ", " ", ""));
  }

  private String text(Field field) {
    String name = names.fieldName(field.tag);
    String meaning = names.meaning(field.tag, field.value);
    String shown = meaning == null ? field.value : meaning;
    return (name == null ? Integer.toString(field.tag) : name)
        + "="
        + (shown.isEmpty() || shown.contains(" ") ? "\"" + shown + "\"" : shown);
  }

  private static List<Field> fields(String message) {
    List<Field> fields = new ArrayList<>();
    for (String part : message.split(SOH, -1)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).matches("\\d{1,9}")) {
        fields.add(new Field(Integer.parseInt(part, 0, equals, 10), part.substring(equals + 1)));
      }
    }
    return fields;
  }

  private record Field(int tag, String value) {}
}
