"""All tables in one place, for the query builder and the write door."""

from __future__ import annotations

from desktop.models.tables.commitments import (
    Addressee,
    Commitment,
    CommitmentChecklistItem,
    CommitmentInstitution,
    CommitmentRegion,
    CommitmentStanding,
    OutgoingForm,
    ProgressReport,
    Reminder,
)
from desktop.models.tables.directory import (
    Institution,
    InstitutionRegion,
    Person,
    Position,
    Redirect,
    Region,
    RegionFigure,
    Tenure,
    WorkingArea,
    WorkingAreaRegion,
)
from desktop.models.tables.meetings import AgendaItem, DoorMark, Meeting, Participant, Statement
from desktop.models.tables.office import (
    Action,
    Change,
    Draft,
    OfficeProfile,
    PersonSearch,
    Replica,
    SavedFilter,
    SearchLine,
    Setting,
)
from desktop.models.tables.papers import AccountingItem, Attachment, IssuedPaper, Letter, MinutesVersion
from desktop.models.tables.preparation import (
    InvitationGroup,
    InvitationGroupMember,
    MeetingTemplate,
    RundownItem,
    TextBlock,
)
from desktop.models.tables.readiness import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    DueOverride,
    ReadinessSnapshot,
    ReadinessStanding,
)
from desktop.models.tables.record import BOOKKEEPING, Record, Table
from desktop.models.tables.security import PersonnelPattern, PersonnelPlan, StationRisk
from desktop.models.tables.situation import Issue, IssueCommitment, RegionSituation
from desktop.models.tables.topics import Forum, ReviewPoint, Stage, Topic, TopicRegion

RECORDS: dict[str, type[Record]] = {
    model._meta.table_name: model
    for model in (
        Region, RegionFigure, WorkingArea, WorkingAreaRegion, Institution, InstitutionRegion, Position,
        Person, Tenure, Topic, TopicRegion, Stage, Forum, Meeting, Participant, AgendaItem, Statement,
        OutgoingForm, Commitment, Addressee, CommitmentRegion, ChecklistTemplate, ChecklistCategory,
        ChecklistItem, ChecklistItemRegion, Assessment, CommitmentChecklistItem, Issue, OfficeProfile,
        Redirect, InvitationGroup, InvitationGroupMember, MeetingTemplate, RundownItem, TextBlock,
        DoorMark, ProgressReport, Letter, Attachment, MinutesVersion, IssuedPaper, AccountingItem,
        RegionSituation, CommitmentInstitution, IssueCommitment, Reminder, SavedFilter,
        DueOverride, ReviewPoint, ReadinessSnapshot, StationRisk, PersonnelPattern, PersonnelPlan,
    )
}  # fmt: skip
"""Tables whose rows are journalled and exchanged, by table name, parents before children."""

OFFICE_ONLY = frozenset({"office_profile"})
"""Records that belong to one office and are never merged into another."""

LOCAL: dict[str, type[Table]] = {
    model._meta.table_name: model
    for model in (
        Replica, Action, Change, Draft, Setting, PersonSearch, CommitmentStanding, ReadinessStanding, SearchLine,
    )
}  # fmt: skip
"""Tables of this copy alone: neither journalled nor exchanged."""

__all__ = [
    "BOOKKEEPING", "LOCAL", "OFFICE_ONLY", "RECORDS", "AccountingItem", "Action", "Addressee", "AgendaItem",
    "Assessment", "Attachment", "Change", "ChecklistCategory", "ChecklistItem", "ChecklistItemRegion",
    "ChecklistTemplate", "Commitment", "CommitmentChecklistItem", "CommitmentInstitution", "CommitmentRegion",
    "CommitmentStanding", "DoorMark", "Draft", "DueOverride", "Forum", "Institution", "InstitutionRegion",
    "InvitationGroup", "InvitationGroupMember", "Issue", "IssueCommitment", "IssuedPaper", "Letter", "Meeting",
    "MeetingTemplate", "MinutesVersion", "OfficeProfile", "OutgoingForm", "Participant", "Person",
    "PersonSearch", "PersonnelPattern", "PersonnelPlan", "Position", "ProgressReport", "ReadinessSnapshot",
    "ReadinessStanding",
    "Record", "Redirect", "Region", "RegionFigure", "RegionSituation", "Reminder", "Replica", "ReviewPoint",
    "RundownItem", "SavedFilter", "SearchLine", "Setting", "Stage", "Statement", "StationRisk", "Table",
    "Tenure", "TextBlock", "Topic", "TopicRegion", "WorkingArea", "WorkingAreaRegion",
]  # fmt: skip
