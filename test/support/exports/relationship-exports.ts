import type { KnownExport } from './known-export.ts';

/** Customers, deals, tickets, campaigns and surveys of marketing, sales and service systems. */
export const relationshipExports: readonly KnownExport[] = [
  {
    source: 'klaviyo-profiles',
    name: 'profiles.csv',
    text: `Email,Klaviyo ID,First Name,Last Name,City,State / Region,Country,Zip Code,Source,First Active,Last Active,Profile Created On,Date Added,Email Marketing Consent,Total Customer Lifetime Value,Historic Customer Lifetime Value,Predicted Customer Lifetime Value,Average Order Value,Historic Number Of Orders
ana@example.com,01H1,Ana,Rao,Pune,MH,India,411001,Popup,2024-01-02,2025-03-13,2024-01-02,2024-01-02,SUBSCRIBED,1800,1655,145,1655,1
ben@example.com,01H2,Ben,Das,Delhi,DL,India,110001,Checkout,2024-02-02,2025-03-14,2024-02-02,2024-02-02,NEVER_SUBSCRIBED,950,945,5,945,1
`,
    targets: {
      Email: 'customers.email',
      'Klaviyo ID': 'customers.reference',
      'First Name': 'customers.first_name',
      'Last Name': 'customers.last_name',
      City: 'customers.city',
      'State / Region': 'customers.region',
      Country: 'customers.country',
      Source: 'customers.acq_channel',
      'Profile Created On': 'customers.first_seen',
      'Email Marketing Consent': 'customers.consent',
    },
    attributes: ['Historic Customer Lifetime Value', 'Average Order Value', 'Historic Number Of Orders'],
  },
  {
    source: 'hubspot-contacts',
    name: 'hubspot-crm-exports-all-contacts.csv',
    text: `Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Create Date,Close Date,Original Source,HubSpot Score,City,State/Region,Country/Region,Associated Company ID,Company Name,Number of Associated Deals,Total Revenue,"Date entered ""Lead (Lifecycle Stage Pipeline)""","Date exited ""Lead (Lifecycle Stage Pipeline)""","Date entered ""Customer (Lifecycle Stage Pipeline)"""
501,Ana,Rao,ana@example.com,123,Kim,Customer,Connected,2024-01-13 09:00,2024-03-13 09:00,Organic Search,40,Pune,MH,India,9001,Rao Ltd,1,5000,2024-01-20 09:00,2024-03-13 09:00,2024-03-13 09:00
502,Ben,Das,ben@example.com,456,Kim,Lead,New,2024-02-14 09:00,,Paid Social,10,Delhi,DL,India,9002,Das Ltd,0,,2024-02-20 09:00,,
`,
    targets: {
      'Record ID': 'customers.customer_id',
      'First Name': 'customers.first_name',
      'Last Name': 'customers.last_name',
      Email: 'customers.email',
      'Create Date': 'customers.first_seen',
      'Original Source': 'customers.acq_channel',
      City: 'customers.city',
      'State/Region': 'customers.region',
      'Country/Region': 'customers.country',
      'Associated Company ID': 'customers.account_id',
      'Date entered "Lead (Lifecycle Stage Pipeline)"': 'stage_events.entered_at',
      'Date entered "Customer (Lifecycle Stage Pipeline)"': 'stage_events.entered_at',
    },
    attributes: ['Lifecycle Stage', 'Lead Status', 'HubSpot Score', 'Total Revenue'],
  },
  {
    source: 'hubspot-deals',
    name: 'hubspot-crm-exports-all-deals.csv',
    text: `Record ID,Deal Name,Deal Stage,Pipeline,Amount,Amount in company currency,Close Date,Create Date,Deal owner,Days to close,Associated Company,Number of Associated Contacts
7001,Rao new,Closed Won,Sales,5000,5000,2024-03-13 09:00,2024-01-20 09:00,Kim,53,Rao Ltd,1
7002,Das new,Proposal,Sales,900,900,2024-06-30 09:00,2024-02-20 09:00,Kim,,Das Ltd,2
`,
    targets: {
      'Record ID': 'deals.deal_id',
      'Deal Stage': 'deals.stage',
      Amount: 'deals.amount',
      'Close Date': 'deals.closed_at',
      'Create Date': 'deals.opened_at',
      'Deal owner': 'deals.owner',
      'Associated Company': 'deals.customer_id',
    },
  },
  {
    source: 'hubspot-deals',
    name: 'deals by the names of the API.csv',
    text: `hs_object_id,dealname,amount,closedate,createdate,dealstage,pipeline,hubspot_owner_id,num_associated_contacts
7001,Rao new,5000,2024-03-13T09:00:00Z,2024-01-20T09:00:00Z,closedwon,default,88,1
7002,Das new,900,2024-06-30T09:00:00Z,2024-02-20T09:00:00Z,presentationscheduled,default,88,2
`,
    targets: {
      hs_object_id: 'deals.deal_id',
      amount: 'deals.amount',
      closedate: 'deals.closed_at',
      createdate: 'deals.opened_at',
      dealstage: 'deals.stage',
      hubspot_owner_id: 'deals.owner',
    },
  },
  {
    source: 'salesforce-opportunities',
    name: 'Opportunity.csv',
    text: `Id,AccountId,ContactId,OwnerId,Name,StageName,Amount,ExpectedRevenue,Probability,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,ForecastCategory,CreatedDate,Region__c
006A,001A,003A,005A,Rao renewal,Closed Won,5000.0,5000.0,100.0,2024-03-13,New,,Web,true,true,Closed,2024-01-20T09:00:00.000+0000,South
006B,001B,003B,005A,Das renewal,Prospecting,900.0,90.0,10.0,2024-06-30,New,,Web,false,false,Pipeline,2024-02-20T09:00:00.000+0000,North
`,
    targets: {
      Id: 'deals.deal_id',
      AccountId: 'deals.customer_id',
      OwnerId: 'deals.owner',
      StageName: 'deals.stage',
      Amount: 'deals.amount',
      CloseDate: 'deals.closed_at',
      IsClosed: 'deals.is_closed',
      IsWon: 'deals.is_won',
      CreatedDate: 'deals.opened_at',
    },
  },
  {
    source: 'salesforce-opportunity-report',
    name: 'report1234.csv',
    text: `Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type
Kim,Rao Ltd,Rao renewal,Closed Won,Q1-2024,5000,5000,100,53,3/13/2024,1/20/2024,,Web,New
Kim,Das Ltd,Das renewal,Prospecting,Q2-2024,900,90,10,90,6/30/2024,2/20/2024,,Web,New
`,
    targets: {
      'Opportunity Owner': 'deals.owner',
      'Account Name': 'deals.customer_id',
      'Opportunity Name': 'deals.deal_id',
      Stage: 'deals.stage',
      Amount: 'deals.amount',
      'Close Date': 'deals.closed_at',
      'Created Date': 'deals.opened_at',
    },
  },
  {
    source: 'salesforce-cases',
    name: 'Case.csv',
    text: `CaseNumber,AccountId,ContactId,Status,Priority,Origin,Reason,CreatedDate,ClosedDate
00001001,001A,003A,Closed,High,Web,Complaint,2024-01-20T09:00:00.000+0000,2024-01-21T09:00:00.000+0000
00001002,001B,003B,New,Low,Phone,Question,2024-02-20T09:00:00.000+0000,
`,
    targets: {
      CaseNumber: 'tickets.ticket_id',
      AccountId: 'tickets.customer_id',
      Priority: 'tickets.severity',
      Reason: 'tickets.category',
      CreatedDate: 'tickets.opened_at',
      ClosedDate: 'tickets.solved_at',
    },
  },
  {
    source: 'mailchimp-audience',
    name: 'subscribed_members_export_ab12.csv',
    text: `Email Address,First Name,Last Name,Favourite,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
ana@example.com,Ana,Rao,Lamps,4,2024-01-13 09:00:00,1.2.3.4,2024-01-13 09:00:00,1.2.3.4,18.5,73.8,5,5,asia/kolkata,IN,MH,2024-05-13 09:00:00,111,aaa1,,vip
ben@example.com,Ben,Das,Oil,2,2024-02-14 09:00:00,1.2.3.5,2024-02-14 09:00:00,1.2.3.5,28.6,77.2,5,5,asia/kolkata,IN,DL,2024-05-14 09:00:00,112,aaa2,,
`,
    targets: {
      'Email Address': 'customers.email',
      'First Name': 'customers.first_name',
      'Last Name': 'customers.last_name',
      OPTIN_TIME: 'customers.first_seen',
      CONFIRM_TIME: 'customers.consent_at',
      CC: 'customers.country',
      REGION: 'customers.region',
    },
    attributes: ['Favourite', 'MEMBER_RATING', 'TIMEZONE', 'TAGS'],
  },
  {
    source: 'mailchimp-audience',
    name: 'unsubscribed_members_export_ab12.csv',
    text: `Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,LEID,EUID,NOTES,TAGS,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER
cleo@example.com,Cleo,Roy,1,,,2024-01-13 09:00:00,1.2.3.4,2024-05-13 09:00:00,113,aaa3,,,2024-05-13 09:00:00,May,c5,NORMAL,
`,
    targets: {
      'Email Address': 'customers.email',
      'First Name': 'customers.first_name',
      'Last Name': 'customers.last_name',
      OPTIN_TIME: 'customers.first_seen',
      CONFIRM_TIME: 'customers.consent_at',
      UNSUB_TIME: 'customers.consent_withdrawn_at',
    },
    attributes: ['UNSUB_REASON'],
  },
  {
    source: 'zendesk-tickets',
    name: 'tickets.csv',
    text: `id,requester_id,assignee_id,group,subject,tags,status,priority,via,ticket_type,created_at,assigned_at,solved_at,resolution_time,satisfaction,group_stations,assignee_stations,reopens,replies,first_reply_time_in_minutes,first_resolution_time_in_minutes,full_resolution_time_in_minutes,agent_wait_time_in_minutes,requester_wait_time_in_minutes
31,90001,70001,Support,Where is it,late,solved,high,email,problem,2024-01-13 09:00:00 UTC,2024-01-13 09:05:00 UTC,2024-01-13 15:00:00 UTC,6,Good,1,1,0,2,15,360,360,10,20
32,90002,70001,Support,Broken,,open,low,web,question,2024-01-14 09:00:00 UTC,2024-01-14 09:05:00 UTC,,,Unoffered,1,1,1,1,30,,,10,20
`,
    targets: {
      id: 'tickets.ticket_id',
      requester_id: 'tickets.customer_id',
      priority: 'tickets.severity',
      ticket_type: 'tickets.category',
      created_at: 'tickets.opened_at',
      solved_at: 'tickets.solved_at',
      satisfaction: 'tickets.satisfaction',
      reopens: 'tickets.reopened',
      first_reply_time_in_minutes: 'tickets.first_reply_minutes',
      full_resolution_time_in_minutes: 'tickets.solved_minutes',
    },
  },
  {
    source: 'google-ads',
    name: 'Campaign report.csv',
    text: `Day,Campaign,Campaign ID,Cost,Currency,Clicks,Impressions,Conversions
2025-01-13,Lamps,111,45.20,EUR,80,4000,3.00
2025-01-14,Lamps,111,40.10,EUR,70,3900,2.00
`,
    targets: {
      Day: 'campaigns.day',
      Campaign: 'campaigns.name',
      'Campaign ID': 'campaigns.campaign_id',
      Cost: 'campaigns.cost',
    },
  },
  {
    source: 'meta-ads',
    name: 'Untitled report.csv',
    text: `Campaign name,Ad set name,Ad name,Day,Impressions,Reach,Frequency,Amount spent (EUR),Link clicks,Results,Purchases,Purchases conversion value,Reporting starts,Reporting ends
,,,,8000,6000,1.3,85.30,150,5,5,300,2025-01-13,2025-01-14
Lamps,Set 1,Ad 1,2025-01-13,4000,3000,1.3,45.20,80,3,3,180,2025-01-13,2025-01-14
Lamps,Set 1,Ad 1,2025-01-14,4000,3000,1.3,40.10,70,2,2,120,2025-01-13,2025-01-14
`,
    targets: {
      'Campaign name': 'campaigns.name',
      Day: 'campaigns.day',
      'Amount spent (EUR)': 'campaigns.cost',
      'Reporting starts': 'campaigns.starts_on',
      'Reporting ends': 'campaigns.ends_on',
    },
  },
  {
    source: 'loyalty-members',
    name: 'smile-customers.csv',
    text: `First name,Email,Points balance,Points earned,VIP tier,Birthday
Ana,ana@example.com,120,400,Gold,04-13
Ben,ben@example.com,15,15,Bronze,
`,
    targets: { 'First name': 'customers.first_name', Email: 'customers.email' },
    attributes: ['Points balance', 'Points earned', 'VIP tier'],
  },
  {
    source: 'nps-survey',
    name: 'nps.csv',
    text: `id,email,nps_score,reason,submitted_at
1,ana@example.com,10,Lovely,2025-01-13 10:00:00
2,ben@example.com,4,Late,2025-01-14 10:00:00
`,
    targets: {
      email: 'customers.email',
      nps_score: 'surveys.score',
      reason: 'surveys.comment',
      submitted_at: 'surveys.answered_at',
    },
  },
  {
    source: 'telco-churn',
    name: 'churn.csv',
    text: 'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn\nA-1,Female,0,Yes,No,1,No,No phone service,DSL,Month-to-month,Yes,Electronic check,29.85,29.85,No\nA-2,Male,0,No,Yes,0,Yes,No,DSL,Two year,No,Mailed check,52.55, ,No\n',
    targets: { customerID: 'customers.customer_id' },
    attributes: ['tenure', 'Contract', 'PaymentMethod', 'MonthlyCharges', 'TotalCharges', 'Churn'],
  },
  {
    source: 'crm-pipeline',
    name: 'pipeline.csv',
    text: 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\nX1,Kim,GTX,Cancity,Won,2016-10-20,2017-03-01,1054\nX2,Lee,MG,,Prospecting,,,\n',
    targets: {
      opportunity_id: 'deals.deal_id',
      sales_agent: 'deals.owner',
      product: 'deals.product_id',
      account: 'deals.customer_id',
      deal_stage: 'deals.stage',
      engage_date: 'deals.opened_at',
      close_date: 'deals.closed_at',
      close_value: 'deals.amount',
    },
  },
];
