-- The part of Clarity's schema that the reports read, for the embedded LIMS and for tests. The four *_udf_view
-- relations are views in a real Clarity; here they are tables.

CREATE TABLE researcher (
    researcherid bigint PRIMARY KEY,
    firstname text,
    lastname text);

CREATE TABLE project (
    projectid bigint PRIMARY KEY,
    name text NOT NULL,
    opendate timestamp,
    closedate timestamp,
    researcherid bigint REFERENCES researcher);

CREATE TABLE processtype (
    typeid bigint PRIMARY KEY,
    displayname text);

CREATE TABLE labprotocol (
    protocolid bigint PRIMARY KEY,
    protocolname text NOT NULL UNIQUE);

CREATE TABLE labworkflow (
    workflowid bigint PRIMARY KEY,
    workflowname text NOT NULL UNIQUE);

CREATE TABLE workflowsection (
    sectionid bigint PRIMARY KEY,
    workflowid bigint NOT NULL REFERENCES labworkflow,
    protocolid bigint NOT NULL REFERENCES labprotocol);

CREATE TABLE protocolstep (
    stepid bigint PRIMARY KEY,
    processtypeid bigint REFERENCES processtype,
    protocolid bigint NOT NULL REFERENCES labprotocol);

CREATE TABLE stage (
    stageid bigint PRIMARY KEY,
    membershipid bigint NOT NULL REFERENCES workflowsection,
    stepid bigint REFERENCES protocolstep);

CREATE TABLE process (
    processid bigint PRIMARY KEY,
    luid text UNIQUE,
    daterun timestamp,
    createddate timestamp,
    lastmodifieddate timestamp,
    typeid bigint REFERENCES processtype,
    workstatus text,
    protocolstepid bigint REFERENCES protocolstep);

CREATE TABLE sample (
    processid bigint PRIMARY KEY REFERENCES process,
    sampleid bigint NOT NULL UNIQUE,
    name text,
    datereceived timestamp,
    projectid bigint REFERENCES project);

CREATE TABLE artifact (
    artifactid bigint PRIMARY KEY,
    name text,
    luid text UNIQUE,
    isoriginal boolean);

CREATE TABLE artifactstate (
    stateid bigint PRIMARY KEY,
    qcflag integer NOT NULL,
    lastmodifieddate timestamp,
    artifactid bigint REFERENCES artifact);

CREATE TABLE container (
    containerid bigint PRIMARY KEY,
    name text);

CREATE TABLE containerplacement (
    placementid bigint PRIMARY KEY,
    containerid bigint REFERENCES container,
    wellxposition integer,
    wellyposition integer,
    processartifactid bigint REFERENCES artifact);

CREATE TABLE reagentlabel (
    labelid bigint PRIMARY KEY,
    name text NOT NULL UNIQUE);

CREATE TABLE processiotracker (
    trackerid bigint PRIMARY KEY,
    inputartifactid bigint REFERENCES artifact,
    processid bigint REFERENCES process);

CREATE TABLE outputmapping (
    mappingid bigint PRIMARY KEY,
    trackerid bigint REFERENCES processiotracker,
    outputartifactid bigint REFERENCES artifact);

CREATE TABLE stagetransition (
    transitionid bigint PRIMARY KEY,
    stageid bigint NOT NULL REFERENCES stage,
    artifactid bigint NOT NULL REFERENCES artifact,
    workflowrunid bigint NOT NULL,
    createddate timestamp NOT NULL,
    completedbyid bigint REFERENCES process);

CREATE TABLE artifact_sample_map (
    artifactid bigint NOT NULL REFERENCES artifact,
    processid bigint NOT NULL REFERENCES sample,
    PRIMARY KEY (artifactid, processid));

CREATE TABLE artifact_ancestor_map (
    artifactid bigint NOT NULL REFERENCES artifact,
    ancestorartifactid bigint NOT NULL REFERENCES artifact,
    PRIMARY KEY (artifactid, ancestorartifactid));

CREATE TABLE artifact_label_map (
    artifactid bigint NOT NULL REFERENCES artifact,
    labelid bigint NOT NULL REFERENCES reagentlabel,
    PRIMARY KEY (artifactid, labelid));

CREATE TABLE entity_udf_view (
    attachtoid bigint,
    attachtoclassid bigint,
    udtname text, udfname text, udftype text, udfvalue text, udfunitlabel text);

CREATE TABLE sample_udf_view (
    sampleid bigint,
    udtname text, udfname text, udftype text, udfvalue text, udfunitlabel text);

CREATE TABLE artifact_udf_view (
    artifactid bigint,
    udtname text, udfname text, udftype text, udfvalue text, udfunitlabel text);

CREATE TABLE process_udf_view (
    processid bigint,
    typeid bigint,
    udtname text, udfname text, udftype text, udfvalue text, udfunitlabel text);
