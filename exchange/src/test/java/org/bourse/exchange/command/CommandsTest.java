package org.bourse.exchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.model.Instrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandsTest {
  private static final int OFFSET = 24;
  private static final String LONGEST = "x".repeat(Commands.TEXT_LENGTH);

  private final MutableDirectBuffer buffer = new ExpandableArrayBuffer();

  static Stream<Command> commands() {
    return Stream.of(
        new NewOrder(1, 2, 3, 4, 10_005, -1, '1', '2', '0', true, "A-1", "ACC"),
        new NewOrder(-1, -2, -3, -4, 0, Long.MAX_VALUE, '\0', 'ÿ', '4', false, "", ""),
        new ReplaceOrder(1, 2, 3, 4, 5, 6, 7, '2', '2', '1', true, "A-2", "A-1", "\u00e9"),
        new CancelOrder(1, 2, 3, 4, 5, '1', false, "A-3", "A-2"),
        new QueryOrder(1, 2, 3, -1, 5, '1', "A-3", "Q-1", "ACME"),
        new Refused(
            1, 2, 3, -1, 44, '8', '1', '2', true, "D", "A-4", "A-3", "NONE", "1.5", "", "ACC",
            "no"),
        new Refused(
            1, 2, 3, 4, 0, 'j', '\0', '\0', false, LONGEST, LONGEST, LONGEST, LONGEST, LONGEST,
            LONGEST, LONGEST, LONGEST),
        new DefineInstrument(
            7, new Instrument("ACME", 2, 4, 5, 100, Instrument.LARGEST, 1_000_000), true),
        new DefineInstrument(8, new Instrument("", 255, 0, -5, 0, -1, -2), false),
        new DefineSession(3, 1, "FIX.4.4:BOURSE->FIRM", "FIRM"),
        new StartEngine(12));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldReadWhatWasWritten(Command command) {
    int length = Commands.encode(command, buffer, OFFSET);

    assertThat(length).isLessThanOrEqualTo(Commands.MAX_LENGTH);
    assertThat(Commands.decode(buffer, OFFSET, length)).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldRefuseACommandCutAnywhere(Command command) {
    int length = Commands.encode(command, buffer, OFFSET);

    for (int cut = 0; cut < length; cut++) {
      MutableDirectBuffer part = new UnsafeBuffer(new byte[cut]);
      part.putBytes(0, buffer, OFFSET, cut);
      int partLength = cut;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Commands.decode(part, 0, partLength))
          .withMessageMatching("command .*(no header|cut short).*");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldRefuseAnotherHeader(Command command) {
    int length = Commands.encode(command, buffer, 0);
    MessageHeaderEncoder header = new MessageHeaderEncoder().wrap(buffer, 0);

    int blockLength = buffer.getShort(0);
    header.blockLength(blockLength + 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Commands.decode(buffer, 0, length));
    header.blockLength(blockLength).templateId(99);
    assertThatIllegalArgumentException().isThrownBy(() -> Commands.decode(buffer, 0, length));
    header.templateId(1).schemaId(2);
    assertThatIllegalArgumentException().isThrownBy(() -> Commands.decode(buffer, 0, length));
  }

  @Test
  void shouldPassOverBytesAfterTheLastField() {
    StartEngine command = new StartEngine(1);
    int length = Commands.encode(command, buffer, 0);

    assertThat(Commands.decode(buffer, 0, length + 5)).isEqualTo(command);
  }

  @Test
  void shouldNotWriteATextThatIsTooLong() {
    DefineSession command = new DefineSession(0, 0, LONGEST + "x", "");

    assertThatIllegalStateException().isThrownBy(() -> Commands.encode(command, buffer, 0));
  }

  @Test
  void shouldKnowTheLongestCommand() {
    int longest = commands().mapToInt(c -> Commands.encode(c, buffer, 0)).max().orElseThrow();

    assertThat(Commands.MAX_LENGTH).isEqualTo(longest);
  }
}
