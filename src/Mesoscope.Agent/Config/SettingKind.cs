namespace Mesoscope.Agent.Config;

/// <summary>What a setting takes.</summary>
public enum SettingKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>; as an option of the command line, its mere presence is <c>true</c>.</summary>
    Switch,

    /// <summary>A whole number, 0 or more.</summary>
    Number,

    /// <summary>Texts: a sequence in the file, separated by blanks or commas elsewhere.</summary>
    List,

    /// <summary>Names with values: a mapping in the file, <c>name:value,name:value</c> elsewhere.</summary>
    Map,
}
