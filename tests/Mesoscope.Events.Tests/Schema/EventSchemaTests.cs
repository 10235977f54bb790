using Mesoscope.Events.Schema;

namespace Mesoscope.Events.Tests.Schema;

public class EventSchemaTests
{
    [Fact]
    public void Get_EveryType_HasNameAndReadableParameters()
    {
        for (var i = 0; i < EventSchema.EventTypeCount; i++)
        {
            var info = EventSchema.Get((EventType)i);

            Assert.Equal((EventType)i, info.Type);
            Assert.NotEmpty(info.Name);
            Assert.InRange(info.ShownParameterCount, 0, info.Parameters.Length);
            Assert.True(info.Parameters.Length <= Event.MaxParameters);
            Assert.All(info.Parameters, p => Assert.InRange(p.Type, ParameterType.Int8, ParameterType.Pid32));
        }
    }

    [Fact]
    public void Get_TypesOfTheFormat_MoreThanFourHundred() => Assert.True(EventSchema.EventTypeCount > 400);

    [Fact]
    public void Get_EnterAndExit_ShareTheNameUnlessUnused()
    {
        for (var i = 0; i < EventSchema.EventTypeCount - 1; i += 2)
        {
            var enter = EventSchema.Get((EventType)i);
            var exit = EventSchema.Get((EventType)(i + 1));
            if (enter.Kind == EventKind.Syscall && exit.Kind == EventKind.Syscall)
            {
                Assert.Equal(enter.Name, exit.Name);
            }
        }
    }

    [Fact]
    public void Get_UsesFdOnEnter_FirstParameterIsADescriptor()
    {
        for (var i = 0; i < EventSchema.EventTypeCount; i += 2)
        {
            var info = EventSchema.Get((EventType)i);
            if ((info.Flags & EventFlags.UsesFd) != 0 && info.Parameters.Length > 0)
            {
                Assert.Equal(ParameterType.Fd, info.Parameters[0].Type);
            }
        }
    }

    [Fact]
    public void Get_Openat_NamesItsFlags()
    {
        var info = EventSchema.Get(EventType.SyscallOpenatV2Exit);

        var flags = info.Parameters[info.IndexOf("flags")];

        Assert.Equal(ParameterType.Flags32, flags.Type);
        Assert.Contains(flags.Names, n => n.Name == "O_CLOEXEC");
    }

    [Fact]
    public void Get_ParametersAddedLater_AreKnownButNotShown()
    {
        var info = EventSchema.Get(EventType.SyscallExecveV19Exit);

        Assert.True(info.IndexOf("exe_ino") >= info.ShownParameterCount);
    }

    [Fact]
    public void Get_SockoptValue_HasVariants() =>
        Assert.Equal(
            [ParameterType.ByteBuf, ParameterType.Errno, ParameterType.UInt32, ParameterType.UInt64, ParameterType.RelTime],
            EventSchema.Get(EventType.SocketSetsockoptExit).Parameters[4].Variants.Select(v => v.Type));

    [Fact]
    public void Get_UnknownType_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EventSchema.Get((EventType)EventSchema.EventTypeCount));

    [Theory]
    [InlineData(0, "<unknown>")]
    [InlineData(3, "read")]
    [InlineData(100_000, "<unknown>")]
    public void GetSyscall_Number_GivesItsName(int number, string name) => Assert.Equal(name, EventSchema.GetSyscall(number).Name);

    [Fact]
    public void GetNames_NoSuchTable_IsEmpty() => Assert.Empty(EventSchema.GetNames("no_such_table"));
}
