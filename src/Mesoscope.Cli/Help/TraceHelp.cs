using Mesoscope.Cli.CommandLine;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Help;

/// <summary>The text of <c>mesoscope trace --help</c>.</summary>
static class TraceHelp
{
    const int Column = 20;
    const int Width = 76;

    const string Head =
        """
        Usage: mesoscope trace [options] [-p <output_format>] [filter]

        Options:

        """;

    const string Tail =
        """

        Output format:

        Each event is a line:

         %evt.num %evt.outputtime %evt.cpu %proc.name (%thread.tid) %evt.dir %evt.type %evt.info

        evt.num is the event's number, evt.outputtime its time (-t), evt.cpu the processor, proc.name the program, thread.tid
        the thread, evt.dir is > for the begin of a call and < for its end, evt.type is its name, evt.info are its parameters.

        -p takes any text with fields of 'mesoscope trace -l'. A number behind the % sets the column's width: %20proc.name.
        A line is left out when one of its fields is absent; with a * as the first character it is printed with <NA>.
        \n, \t, \e and \\ are line end, tab, escape and backslash.

        -pc or -pcontainer names containers:

         %evt.num %evt.outputtime %evt.cpu %container.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info

        -pk or -pkubernetes names pods:

         %evt.num %evt.outputtime %evt.cpu %k8s.pod.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info

        -pm or -pmesos names tasks:

         %evt.num %evt.outputtime %evt.cpu %mesos.task.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info

        Examples:

         Print all events of a capture
           $ mesoscope trace -r capture.scap

         Print the open calls of cat
           $ mesoscope trace -r capture.scap proc.name=cat and evt.type=open

         Print the names of the files that cat opened
           $ mesoscope trace -r capture.scap -p "%evt.arg.name" proc.name=cat and evt.type=open

         Print which task of which Marathon app used port 6379
           $ mesoscope trace -r capture.scap -p "%mesos.task.name %marathon.app.id %fd.name" fd.port=6379

         Count the events by their types
           $ mesoscope trace -r capture.scap -q -S

         Keep only the network events, with the state that their names need, compressed
           $ mesoscope trace -r capture.scap -w net.scap -z -F "fd.type in (ipv4, ipv6)"

         Every event as JSON, for other programs
           $ mesoscope trace -r capture.scap --ndjson

        """;

    /// <summary>Appends the text.</summary>
    public static void Append(Utf8Writer output)
    {
        output.Append("mesoscope version ");
        output.Append(ProductVersion.Text);
        output.Append((byte)'\n');
        output.Append(Head);
        foreach (var option in OptionTable.Rows)
        {
            if (option.Usage.Length > 0)
            {
                AppendOption(output, option);
            }
        }

        output.Append(Tail);
    }

    static void AppendOption(Utf8Writer output, OptionInfo option)
    {
        output.Append((byte)' ');
        if (option.Usage.Length < Column - 1)
        {
            TextWrap.AppendPadded(output, option.Usage, Column - 1);
        }
        else
        {
            output.Append(option.Usage);
            output.Append((byte)'\n');
            TextWrap.AppendBlanks(output, Column);
        }

        TextWrap.Append(output, option.Description, Column, Width);
        output.Append((byte)'\n');
    }
}
